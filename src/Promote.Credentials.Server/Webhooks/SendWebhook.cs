using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Outbound;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Webhooks;

/// <summary>Takes the turn of one webhook: sends its next message and has kept what came of it.</summary>
internal sealed class SendWebhook(CredentialsDb db, Poster poster, WebhookSecrets secrets, RecordAttempt record, TimeProvider time)
{
    /// <summary>How long a webhook, and its message, are one node's: more than sending takes.</summary>
    public static readonly TimeSpan Turn = TimeSpan.FromMinutes(1);

    public async Task RunAsync(WebhookRow webhook)
    {
        if (await ClaimAsync(webhook) is not { } message)
        {
            await record.NothingAsync(webhook);
            return;
        }

        var now = time.GetUtcNow();
        var fields = WebhookSignature.Fields(message.Id, now, message.Body, secrets.Of(webhook, now));
        var result = await poster.PostAsync(new Uri(webhook.Url), message.Body, fields, CancellationToken.None);
        Failpoint.Hit("webhook-sent");
        await record.RunAsync(webhook, message, result);
    }

    // Null when there is nothing left to send, or somebody else touched it at this moment.
    private async Task<WebhookDeliveryRow?> ClaimAsync(WebhookRow webhook)
    {
        var now = time.GetStoredNow();
        var next = await db.WebhookDeliveries.AsNoTracking()
            .Where(row => row.WebhookId == webhook.Id && row.State == WebhookDeliveryState.Pending && row.NextAttemptAt <= now)
            .OrderBy(row => row.NextAttemptAt).FirstOrDefaultAsync();
        if (next is null)
        {
            return null;
        }

        var claimed = await db.WebhookDeliveries
            .Where(row => row.Id == next.Id && row.Attempts == next.Attempts && row.State == WebhookDeliveryState.Pending)
            .ExecuteUpdateAsync(row => row
                .SetProperty(it => it.Attempts, next.Attempts + 1)
                .SetProperty(it => it.LastAttemptAt, now)
                .SetProperty(it => it.NextAttemptAt, now + Turn));
        next.Attempts++;
        return claimed == 1 ? next : null;
    }
}
