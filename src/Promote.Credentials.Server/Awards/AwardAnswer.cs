using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Awards;

/// <summary>An award as the API tells it: nothing about the learner, whom the client knows.</summary>
/// <param name="WaitsFor">What an award that is only promised waits for; it is finished without being asked for again.</param>
/// <param name="ValidUntil">When its documents end.</param>
/// <param name="Status">Whether it holds, its dates aside.</param>
/// <param name="Reason">Why it does not hold, as everybody is told.</param>
/// <param name="SuspendedAt">Since when it is suspended.</param>
/// <param name="RevokedAt">Since when it is revoked.</param>
/// <param name="Replaces">The award whose place it took.</param>
/// <param name="ReplacedBy">The award that took its place.</param>
/// <param name="Renews">The award that it renews.</param>
/// <param name="RenewedBy">The award that renews it.</param>
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
    DateTimeOffset? ValidUntil,
    AwardStatus Status,
    string? Reason,
    DateTimeOffset? SuspendedAt,
    DateTimeOffset? RevokedAt,
    string? Replaces,
    string? ReplacedBy,
    string? Renews,
    string? RenewedBy,
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
        row.ValidUntil,
        row.Status,
        row.StatusReason,
        row.SuspendedAt,
        row.RevokedAt,
        row.ReplacesAwardId,
        row.ReplacedByAwardId,
        row.RenewsAwardId,
        row.RenewedByAwardId,
        row.ClaimedAt,
        deliveries.GetValueOrDefault(row.Id),
        AwardLinks.Of(settings, row.PublicId, row.HolderId));
}
