using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Achievements;

/// <summary>An achievement after a change.</summary>
/// <param name="Row">The achievement.</param>
/// <param name="Content">What its newest version says.</param>
internal sealed record ChangedAchievement(AchievementRow Row, AchievementContent Content);
