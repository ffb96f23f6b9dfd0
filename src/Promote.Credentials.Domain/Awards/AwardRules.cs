using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Domain.Awards;

/// <summary>What stands between a proposal and an award.</summary>
internal static class AwardRules
{
    /// <summary>All reasons against the proposal, in the order of the request.</summary>
    internal static List<Refusal> Check(AwardProposal proposal, AchievementVersion achievement, DateTimeOffset now)
    {
        var refusals = new List<Refusal>();
        if (proposal.AwardedOn > now)
        {
            refusals.Add(new(RefusalCode.DatesContradict, "/awardedOn", "The award lies in the future."));
        }

        var end = proposal.ValidUntil ?? achievement.Content.Validity?.EndFor(proposal.AwardedOn);
        if (end <= now)
        {
            refusals.Add(new(RefusalCode.DatesContradict, "/validUntil", "The award would end before it begins: validUntil must lie after the moment of issuing."));
        }

        return refusals;
    }
}
