using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Webhooks;

/// <summary>A message to a webhook as the API tells it.</summary>
/// <param name="Id">What the receiver got as <c>webhook-id</c>.</param>
/// <param name="LastStatus">What the receiver last answered.</param>
/// <param name="LastFailure">Why nothing answered, see <see cref="Verification.Ports.FetchFailure"/>.</param>
internal sealed record WebhookDeliveryAnswer(
    string Id,
    string Event,
    WebhookDeliveryState State,
    int Attempts,
    int? LastStatus,
    string? LastFailure,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastAttemptAt,
    DateTimeOffset? NextAttemptAt,
    DateTimeOffset? DeliveredAt)
{
    public static WebhookDeliveryAnswer Of(WebhookDeliveryRow row) => new(
        row.Id, row.Event, row.State, row.Attempts, row.LastStatus, row.LastFailure, row.CreatedAt, row.LastAttemptAt, row.NextAttemptAt, row.DeliveredAt);
}
