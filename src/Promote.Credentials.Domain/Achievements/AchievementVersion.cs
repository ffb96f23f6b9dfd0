namespace Promote.Credentials.Domain.Achievements;

/// <summary>One published state of an achievement. An award keeps the version it was made from.</summary>
/// <param name="AchievementId">Random id of the achievement.</param>
/// <param name="Number">1 for the first version.</param>
/// <param name="Content">What this version says.</param>
public sealed record AchievementVersion(string AchievementId, int Number, AchievementContent Content);
