using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Network;

/// <summary>The achievements that a learner has to hold before another one.</summary>
internal sealed class Prerequisites(CredentialsDb db, IssuerNetwork network, HeldAwards held)
{
    // Further than any real curriculum goes.
    private const int MaxAchievements = 1000;

    /// <summary>What a learner lacks before they can get an achievement; empty when nothing.</summary>
    /// <param name="issuerId">Whose achievement it is.</param>
    /// <param name="learner">Who.</param>
    /// <param name="policy">What the achievement asks for.</param>
    /// <param name="language">The language of the names in the sentences.</param>
    /// <param name="pointer">Where the request names the achievement.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<List<Refusal>> MissingAsync(string issuerId, Learner learner, AwardPolicy policy, string language, string pointer, CancellationToken cancellationToken)
    {
        if (policy.Prerequisites.Count == 0)
        {
            return [];
        }

        var counting = (await held.OfAsync(issuerId, learner, policy.Prerequisites, cancellationToken)).Where(award => award.Counts).Select(award => award.Achievement).ToHashSet(StringComparer.Ordinal);
        var missing = new List<Refusal>();
        foreach (var achievement in policy.Prerequisites.Where(id => !counting.Contains(id)))
        {
            var name = (await PublishedAsync(achievement, cancellationToken))?.Name.InOrElse(language, language);
            missing.Add(new(RefusalCode.PrerequisiteMissing, pointer, $"The learner holds no valid award of a prerequisite: {name}."));
        }

        return missing;
    }

    /// <summary>What stands against the prerequisites of an achievement: those that are not there, and those that lead back to it.</summary>
    /// <param name="id">Its id; null while it has none.</param>
    /// <param name="issuerId">Whose it is.</param>
    /// <param name="policy">What it would ask for.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<List<Refusal>> WhyNotAsync(string? id, string issuerId, AwardPolicy policy, CancellationToken cancellationToken)
    {
        var refusals = new List<Refusal>();
        if (policy.Prerequisites.Count == 0)
        {
            return refusals;
        }

        var issuers = await network.OfAsync(issuerId, cancellationToken);
        var named = policy.Prerequisites.Where(RandomId.IsOne).ToList();
        var published = await db.Achievements.Where(row => named.Contains(row.Id) && row.PublishedVersion != null && issuers.Contains(row.IssuerId)).Select(row => row.Id).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        foreach (var (index, achievement) in policy.Prerequisites.Index())
        {
            if (!published.Contains(achievement))
            {
                refusals.Add(new(RefusalCode.InvalidValue, $"/policy/prerequisites/{index}", "No issuer of this network has published an achievement with this id."));
            }
            else if (await LeadsToAsync(achievement, id, cancellationToken))
            {
                refusals.Add(new(RefusalCode.InvalidValue, $"/policy/prerequisites/{index}", "The achievement would have to be held before itself."));
            }
        }

        return refusals;
    }

    private async Task<bool> LeadsToAsync(string from, string? to, CancellationToken cancellationToken)
    {
        var (seen, next) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>([from]));
        while (to is not null && seen.Count < MaxAchievements && next.TryDequeue(out var achievement))
        {
            if (achievement == to)
            {
                return true;
            }

            if (seen.Add(achievement) && await PublishedAsync(achievement, cancellationToken) is { } content)
            {
                foreach (var before in content.Policy.Prerequisites)
                {
                    next.Enqueue(before);
                }
            }
        }

        return false;
    }

    private async Task<AchievementContent?> PublishedAsync(string id, CancellationToken cancellationToken) => await (
        from achievement in db.Achievements
        join version in db.AchievementVersions on new { achievement.Id, Number = achievement.PublishedVersion } equals new { Id = version.AchievementId, Number = (int?)version.Number }
        where achievement.Id == id
        select version.Content).SingleOrDefaultAsync(cancellationToken) is { } json ? StoredJson.Read<AchievementContent>(json) : null;
}
