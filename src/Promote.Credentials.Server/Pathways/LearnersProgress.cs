using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Pathways;
using Promote.Credentials.Server.Network;

namespace Promote.Credentials.Server.Pathways;

/// <summary>How far somebody is on a pathway, by what they got from all issuers of the network that it leads through.</summary>
internal sealed class LearnersProgress(PathwayNetwork network, HeldAwards awards)
{
    /// <param name="issuerId">Whose pathway it is.</param>
    /// <param name="content">The pathway.</param>
    /// <param name="learner">Who; identifier, address, or both.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The progress, and the achievements of the pathway by id.</returns>
    public async Task<(StepProgress Root, IReadOnlyDictionary<string, PathwayAchievement> Achievements)> OfAsync(string issuerId, PathwayContent content, Learner learner, CancellationToken cancellationToken)
    {
        var achievements = await network.AchievementsAsync(issuerId, content, cancellationToken);
        var held = await awards.OfAsync(issuerId, learner, achievements.Keys.ToList(), cancellationToken);
        return (Progress.Of(content, held, achievements), achievements);
    }
}
