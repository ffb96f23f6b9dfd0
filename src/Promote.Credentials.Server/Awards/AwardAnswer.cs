using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Awards;

/// <summary>An award as the API tells it: nothing about the learner, whom the client knows.</summary>
internal sealed record AwardAnswer(
    string Id, IssuingState State, string Achievement, int AchievementVersion, DateTimeOffset CreatedAt, DateTimeOffset? IssuedAt, AwardLinks Links)
{
    public static AwardAnswer Of(AwardRow row, PromoteSettings settings) => new(
        row.Id, row.State, row.AchievementId, row.AchievementVersion, row.CreatedAt, row.IssuedAt, AwardLinks.Of(settings, row.PublicId, row.HolderId));
}
