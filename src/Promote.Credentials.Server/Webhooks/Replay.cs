using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Webhooks;

/// <summary>Sends messages again, byte for byte and under the same ids, as if they had never been tried.</summary>
internal static class Replay
{
    /// <summary>Why nothing is sent now; null when it is.</summary>
    public static Refusal? WhyNot(WebhookRow webhook) => webhook.Enabled
        ? null
        : new(RefusalCode.WrongState, "", "The webhook is disabled, so nothing is sent: enable it with PATCH and \"enabled\": true. What waits for it is sent then by itself.");

    /// <summary>
    /// Marks the webhook as not to be left alone, and the messages as waiting; in a transaction, in this order, like whoever
    /// keeps what came of a try. How many messages there were; null when the webhook was deleted meanwhile.
    /// </summary>
    public static async Task<int?> RunAsync(CredentialsDb db, WebhookRow webhook, IQueryable<WebhookDeliveryRow> messages, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var there = await db.Webhooks.Where(row => row.Id == webhook.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RestsUntil, (DateTimeOffset?)null), cancellationToken);
        return there == 0
            ? null
            : await messages.ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.State, WebhookDeliveryState.Pending)
                    .SetProperty(row => row.Attempts, 0)
                    .SetProperty(row => row.NextAttemptAt, now),
                cancellationToken);
    }
}
