using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Pathways;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Network;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Pathways;

/// <summary>
/// The achievements and pathways that one pathway sees: those of its issuer, and of the issuers of its network. A network is a coordinating
/// issuer and whom it accredits now: nobody else's achievements can be named, so that no stranger asks who earned them.
/// </summary>
internal sealed class PathwayNetwork(CredentialsDb db, IssuerNetwork network, Catalogue catalogue)
{
    /// <summary>The achievements that a pathway of an issuer leads through, by id: those that were published at least once, of its network.</summary>
    public async Task<Dictionary<string, PathwayAchievement>> AchievementsAsync(string issuerId, PathwayContent content, CancellationToken cancellationToken)
    {
        var named = NamedIn(content);
        var issuers = await network.OfAsync(issuerId, cancellationToken);
        var rows = await db.Achievements.AsNoTracking().Where(row => named.Contains(row.Id) && row.PublishedVersion != null && issuers.Contains(row.IssuerId)).Select(row => new { row.Id, Version = row.PublishedVersion!.Value }).ToListAsync(cancellationToken);
        var found = new Dictionary<string, PathwayAchievement>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var version = await catalogue.VersionAsync(db, row.Id, row.Version, cancellationToken);
            found[row.Id] = new(row.Id, version.Content.Name, version.Content.Credits?.Ects ?? 0);
        }

        return found;
    }

    /// <summary>The achievements that can be taken into a pathway of an issuer: those that are published now, of its network, its own first.</summary>
    public async Task<IReadOnlyList<OfferedAchievement>> OfferedAsync(string issuerId, CancellationToken cancellationToken)
    {
        var issuers = await network.OfAsync(issuerId, cancellationToken);
        var rows = await (
            from row in db.Achievements.AsNoTracking()
            join issuer in db.Issuers.AsNoTracking() on row.IssuerId equals issuer.Id
            where issuers.Contains(row.IssuerId) && row.State == AchievementState.Published && row.PublishedVersion != null
            orderby row.IssuerId == issuerId descending, row.IssuerId, row.CreatedAt
            select new { row.Id, Version = row.PublishedVersion!.Value, IssuerId = issuer.Id, issuer.Profile }).ToListAsync(cancellationToken);
        var offered = new List<OfferedAchievement>();
        foreach (var row in rows)
        {
            var content = (await catalogue.VersionAsync(db, row.Id, row.Version, cancellationToken)).Content;
            var issuer = row.IssuerId == issuerId ? null : catalogue.Issuer(row.IssuerId, row.Profile).Name;
            offered.Add(new(new(row.Id, content.Name, content.Credits?.Ects ?? 0), issuer));
        }

        return offered;
    }

    /// <summary>The ids of the achievements in a pathway.</summary>
    public static IReadOnlyList<string> NamedIn(PathwayContent content) => [.. content.Root.Flatten().Select(step => step.Achievement).OfType<string>().Where(RandomId.IsOne).Distinct()];

    /// <summary>Why a pathway may not end in its achievement; null when it may.</summary>
    /// <param name="id">Its id; null while it has none.</param>
    /// <param name="issuerId">Whose it is.</param>
    /// <param name="content">What it consists of.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<Refusal?> WhyNotAwardedAsync(string? id, string issuerId, PathwayContent content, CancellationToken cancellationToken)
    {
        if (content.Achievement is not { } awarded)
        {
            return null;
        }

        var row = RandomId.IsOne(awarded) ? await db.Achievements.AsNoTracking().SingleOrDefaultAsync(row => row.Id == awarded && row.IssuerId == issuerId, cancellationToken) : null;
        if (row is not { State: AchievementState.Published, PublishedVersion: { } version })
        {
            return new(RefusalCode.InvalidValue, "/achievement", "This issuer has published no achievement with this id.");
        }

        var policy = (await catalogue.VersionAsync(db, awarded, version, cancellationToken)).Content.Policy;
        if (content.Automatic && (policy.IsAssessed || policy.ResultsRequired || policy.EvidenceRequired))
        {
            return new(RefusalCode.AssessmentRequired, "/automatic", "The achievement asks for an assessment, results or evidence: nothing can award it by itself.");
        }

        return await LeadsBackAsync(id, awarded, content, cancellationToken)
            ? new(RefusalCode.InvalidValue, "/root", "Through other pathways this one would lead through the achievement that it ends in.")
            : null;
    }

    // What is awarded at the end of a pathway may be a step of another one, and so on: not in a circle.
    private async Task<bool> LeadsBackAsync(string? id, string awarded, PathwayContent content, CancellationToken cancellationToken)
    {
        var others = await db.Pathways.AsNoTracking().Where(row => row.Id != id).Select(row => row.Content).ToListAsync(cancellationToken);
        var leadsThrough = others.ConvertAll(StoredJson.Read<PathwayContent>).Where(other => other.Achievement is not null)
            .SelectMany(other => NamedIn(other).Select(step => (End: other.Achievement!, Step: step))).ToLookup(one => one.End, one => one.Step, StringComparer.Ordinal);
        var (seen, next) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>(NamedIn(content)));
        while (next.TryDequeue(out var step))
        {
            if (step == awarded)
            {
                return true;
            }

            foreach (var before in seen.Add(step) ? leadsThrough[step] : [])
            {
                next.Enqueue(before);
            }
        }

        return false;
    }
}
