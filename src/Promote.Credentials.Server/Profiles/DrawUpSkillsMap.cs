using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Profiles;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Network;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Profiles;

/// <summary>Counts who holds the skills of a profile: people with an award that is valid now, of a version of an achievement that has the skill among its outcomes.</summary>
internal sealed class DrawUpSkillsMap(CredentialsDb db, IssuerNetwork network, SkillsOfProfile skills, Catalogue catalogue, TimeProvider time)
{
    /// <summary>Draws it up; null where the issuer sees no such profile.</summary>
    /// <param name="id">Id of the profile.</param>
    /// <param name="issuerId">Who asks.</param>
    /// <param name="language">The language of the names.</param>
    /// <param name="cancellationToken">Ends the count.</param>
    public async Task<SkillsMap?> RunAsync(string id, string issuerId, string language, CancellationToken cancellationToken)
    {
        var issuers = await network.OfAsync(issuerId, cancellationToken);
        var row = RandomId.IsOne(id) ? await db.Profiles.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && issuers.Contains(row.IssuerId), cancellationToken) : null;
        if (row is null)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var content = StoredJson.Read<ProfileContent>(row.Content);
        var ofProfile = await skills.OfAsync(content, language, cancellationToken);
        var numbers = ofProfile.Select((skill, i) => (Key: KeyOf(id, skill), Number: i)).ToDictionary(one => one.Key, one => one.Number, StringComparer.Ordinal);
        var people = new Dictionary<(int Skill, string Issuer), HashSet<string>>();
        var taught = new Dictionary<(string Achievement, int Version), int[]>();
        var holdings = (
            from award in db.Awards.AsNoTracking()
            join learner in db.Learners on award.LearnerId equals learner.Id
            where issuers.Contains(award.IssuerId) && award.State == IssuingState.Issued && award.RevokedAt == null && award.SuspendedAt == null && (award.ValidUntil == null || award.ValidUntil > now)
            select new { award.IssuerId, award.AchievementId, award.AchievementVersion, LearnerId = learner.MergedInto ?? learner.Id }).Distinct();
        foreach (var holding in await holdings.ToListAsync(cancellationToken))
        {
            var version = (holding.AchievementId, holding.AchievementVersion);
            if (!taught.TryGetValue(version, out var held))
            {
                taught[version] = held = NumbersOf((await catalogue.VersionAsync(db, version.AchievementId, version.AchievementVersion, cancellationToken)).Content, numbers);
            }

            foreach (var skill in held)
            {
                if (!people.TryGetValue((skill, holding.IssuerId), out var learners))
                {
                    people[(skill, holding.IssuerId)] = learners = new(StringComparer.Ordinal);
                }

                learners.Add(holding.LearnerId);
            }
        }

        var achievements = new int[ofProfile.Count];
        foreach (var published in await db.Achievements.AsNoTracking().Where(one => issuers.Contains(one.IssuerId) && one.State == AchievementState.Published).Select(one => new { one.Id, Version = one.PublishedVersion!.Value }).ToListAsync(cancellationToken))
        {
            foreach (var skill in NumbersOf((await catalogue.VersionAsync(db, published.Id, published.Version, cancellationToken)).Content, numbers))
            {
                achievements[skill]++;
            }
        }

        int CountOf(int skill, string issuer) => people.GetValueOrDefault((skill, issuer))?.Count ?? 0;
        return new(id, content.Name.InOrElse(language, "en"), time.GetStoredNow(), issuers.Count,
        [
            .. ofProfile.Select((skill, i) => new SkillsMap.Line(skill, achievements[i], SkillPeople.Of([CountOf(i, issuerId)]), SkillPeople.Of(issuers.Select(issuer => CountOf(i, issuer))))),
        ]);
    }

    private static string KeyOf(string profile, SkillAnswer skill) => skill.Esco ?? $"{profile} {skill.Id}";

    // An outcome may name a skill of ESCO, one that a profile added, or both.
    private static int[] NumbersOf(AchievementContent content, Dictionary<string, int> numbers) =>
    [
        .. content.Outcomes.SelectMany(outcome => new[] { outcome.Esco?.OriginalString, outcome.ProfileSkill is { } own ? $"{own.Profile} {own.Skill}" : null })
            .OfType<string>().Where(numbers.ContainsKey).Select(key => numbers[key]).Distinct(),
    ];
}
