using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Awards;

/// <summary>An award as the API tells it: nothing about the learner, whom the client knows.</summary>
/// <param name="WaitsFor">What an award that is only promised waits for; it is finished without being asked for again.</param>
/// <param name="ClaimedAt">When the holder's page was opened for the first time.</param>
/// <param name="Delivery">What became of the last message to the learner; null while there is none.</param>
internal sealed record AwardAnswer(
    string Id,
    IssuingState State,
    AwaitedThing? WaitsFor,
    string Achievement,
    int AchievementVersion,
    DateTimeOffset CreatedAt,
    DateTimeOffset? IssuedAt,
    DateTimeOffset? ClaimedAt,
    AwardDelivery? Delivery,
    AwardLinks Links)
{
    public static AwardAnswer Of(AwardRow row, IReadOnlyDictionary<string, AwardDelivery> deliveries, PromoteSettings settings) => new(
        row.Id,
        row.State,
        row.WaitsFor,
        row.AchievementId,
        row.AchievementVersion,
        row.CreatedAt,
        row.IssuedAt,
        row.ClaimedAt,
        deliveries.GetValueOrDefault(row.Id),
        AwardLinks.Of(settings, row.PublicId, row.HolderId));
}
