using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Deliveries;

/// <summary>A message to a learner as the API tells it, as an award shows it too.</summary>
/// <param name="Error">Why it is not sent, see <see cref="DeliveryRow.Error"/>.</param>
internal sealed record DeliveryAnswer(DeliveryState State, int Attempts, string? Error, DateTimeOffset? SentAt)
{
    public static DeliveryAnswer Of(DeliveryRow row) => new(row.State, row.Attempts, row.Error, row.SentAt);
}
