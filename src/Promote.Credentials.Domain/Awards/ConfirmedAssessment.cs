namespace Promote.Credentials.Domain.Awards;

/// <summary>The assessment that an award follows from. Only a decision about an assessment makes one.</summary>
/// <param name="Id">Its id.</param>
/// <param name="AchievementVersion">The version of the achievement that was assessed, which is the one awarded.</param>
public sealed record ConfirmedAssessment(string Id, int AchievementVersion);
