using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Webhooks;

/// <summary>Sends messages again, byte for byte and under the same ids, as if they had never been tried.</summary>
internal static class Replay
{
    /// <summary>Why nothing is sent now; null when it is.</summary>
    public static Refusal? WhyNot(WebhookRow webhook) => webhook.Enabled
        ? null
        : new(RefusalCode.WrongState, "", "The webhook is disabled, so nothing is sent: enable it with PATCH and \"enabled\": true. What waits for it is sent then by itself.");

    /// <summary>Marks the messages as waiting, and the webhook as not to be left alone.</summary>
    public static Task<int> RunAsync(IQueryable<WebhookDeliveryRow> messages, WebhookRow webhook, DateTimeOffset now, CancellationToken cancellationToken)
    {
        webhook.RestsUntil = null;
        return messages.ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.State, WebhookDeliveryState.Pending)
                .SetProperty(row => row.Attempts, 0)
                .SetProperty(row => row.NextAttemptAt, now),
            cancellationToken);
    }
}
