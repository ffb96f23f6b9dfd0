using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Pathways;
using Promote.Credentials.Server.Outbox;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Pathways;

/// <summary>
/// An award counts, or counts again: does its learner complete a pathway with it? What is found is a row, from which the award follows. The
/// issuer of the pathway has to know the learner already: nothing about a person goes from one issuer to another.
/// </summary>
internal sealed class FindCompletions(CredentialsDb db, LearnerVault vault, KeyRing keyRing, LearnersProgress progress, TimeProvider time) : IOutboxHandler
{
    public IReadOnlyList<string> Kinds { get; } = ["award.issued", "award.reinstated"];

    public async Task HandleAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => row.Subject).ToList();
        var found = await (
            from award in db.Awards.AsNoTracking()
            join step in db.PathwayAchievements on award.AchievementId equals step.AchievementId
            join pathway in db.Pathways.AsNoTracking() on step.PathwayId equals pathway.Id
            join learner in db.Learners.AsNoTracking() on award.LearnerId equals learner.Id
            where ids.Contains(award.Id) && pathway.State == PathwayState.Published
            select new { award, pathway, learner }).ToListAsync(cancellationToken);
        var completed = new List<(string PathwayId, byte[] Learner)>();
        foreach (var one in found)
        {
            var content = StoredJson.Read<PathwayContent>(one.pathway.Content);
            if (!content.Automatic || RecordedProposal.Read(vault, one.learner, one.award) is not { Learner: { } learner }
                || (await progress.OfAsync(one.pathway.IssuerId, content, learner, cancellationToken)).Root.State != StepState.Met)
            {
                continue;
            }

            // Under whichever of both the learner was found when they completed it before.
            var lookups = keyRing.Hashes.LearnerLookups(one.pathway.IssuerId, learner).ToList();
            var own = await db.Learners.Where(row => row.IssuerId == one.pathway.IssuerId && row.Lookup != null && lookups.Contains(row.Lookup)).OrderBy(row => row.CreatedAt).Select(row => row.Lookup).FirstOrDefaultAsync(cancellationToken);
            if (own is not null && !completed.Exists(other => other.PathwayId == one.pathway.Id && lookups.Exists(lookup => lookup.AsSpan().SequenceEqual(other.Learner)))
                && !await db.PathwayCompletions.AnyAsync(row => row.PathwayId == one.pathway.Id && lookups.Contains(row.Learner), cancellationToken))
            {
                completed.Add((one.pathway.Id, own));
                db.PathwayCompletions.Add(new() { PathwayId = one.pathway.Id, Learner = own, CompletedBy = one.award.Id, CreatedAt = time.GetStoredNow() });
            }
        }
    }
}
