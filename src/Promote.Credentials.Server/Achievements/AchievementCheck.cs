using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.Profiles;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Esco;
using Promote.Credentials.Server.Network;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Achievements;

/// <summary>Everything that stands against what an achievement would say: in itself, and in what it names.</summary>
internal sealed class AchievementCheck(CredentialsDb db, KnownConcepts esco, IssuerNetwork network, Prerequisites prerequisites)
{
    /// <summary>All reasons against it; empty when it can be kept.</summary>
    /// <param name="id">Id of the achievement; null while it has none.</param>
    /// <param name="issuerId">Whose it is.</param>
    /// <param name="content">What it would say.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<List<Refusal>> RunAsync(string? id, string issuerId, AchievementContent content, CancellationToken cancellationToken)
    {
        var issuer = StoredJson.Read<Issuer>(await db.Issuers.Where(row => row.Id == issuerId).Select(row => row.Profile).SingleAsync(cancellationToken));
        return AchievementRules.Check(content, issuer.PrimaryLanguage) is { Count: > 0 } refusals
            ? [.. refusals]
            :
            [
                .. await esco.WhyNotAsync(AchievementRules.EscoIn(content), cancellationToken),
                .. await UnknownSkillsAsync(issuerId, content, cancellationToken),
                .. await prerequisites.WhyNotAsync(id, issuerId, content.Policy, cancellationToken),
                .. await UnknownAssessorsAsync(issuerId, content.Policy.Assessors, cancellationToken),
            ];
    }

    private async Task<List<Refusal>> UnknownSkillsAsync(string issuerId, AchievementContent content, CancellationToken cancellationToken)
    {
        var named = content.Outcomes.Select((outcome, i) => (Skill: outcome.ProfileSkill, Pointer: $"/outcomes/{i}/profileSkill")).Where(one => one.Skill is not null).ToList();
        if (named is [])
        {
            return [];
        }

        var (issuers, ids) = (await network.OfAsync(issuerId, cancellationToken), named.Select(one => one.Skill!.Profile).ToList());
        var profiles = (await db.Profiles.AsNoTracking().Where(row => ids.Contains(row.Id) && issuers.Contains(row.IssuerId)).ToListAsync(cancellationToken))
            .ToDictionary(row => row.Id, row => StoredJson.Read<ProfileContent>(row.Content), StringComparer.Ordinal);
        return
        [
            .. from one in named
               where profiles.GetValueOrDefault(one.Skill!.Profile)?.Additions.Any(added => added.Id == one.Skill.Skill) != true
               select new Refusal(RefusalCode.InvalidValue, one.Pointer, "No profile of this network has added a skill with this id."),
        ];
    }

    private async Task<List<Refusal>> UnknownAssessorsAsync(string issuerId, IReadOnlyList<string> assessors, CancellationToken cancellationToken)
    {
        if (assessors is [])
        {
            return [];
        }

        var keys = db.ApiKeys.Where(row => row.IssuerId == issuerId && assessors.Contains(row.Id)).Select(row => row.Id);
        var people = db.Memberships.Where(row => row.IssuerId == issuerId && row.Roles != "" && assessors.Contains(row.PersonId)).Select(row => row.PersonId);
        var known = await keys.Union(people).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        return [.. assessors.Index().Where(one => !known.Contains(one.Item)).Select(one => new Refusal(RefusalCode.InvalidValue, $"/policy/assessors/{one.Index}", "Nobody with this id works for this issuer, and it has no API key with it."))];
    }
}
