using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Jobs;
using Promote.Credentials.Server.Outbound;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Metrics;

namespace Promote.Credentials.Server.Webhooks;

/// <summary>
/// Keeps what came of a try, in one commit: of the message, of its webhook, and that the webhook's turn is over. A webhook is
/// disabled when its receiver answers 410, and when a message was tried for the last time and nothing at all was taken for
/// <see cref="Patience"/>. The webhook comes before its message, as for whoever deletes both: neither waits for what the other has.
/// </summary>
internal sealed class RecordAttempt(CredentialsDb db, ServiceMetrics metrics, TimeProvider time, ILogger<RecordAttempt> log)
{
    /// <summary>All tries of one message take two hours more.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(20);

    /// <summary>How long a receiver that failed is left alone, whatever waits for it.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private const string Actor = "webhooks";

    /// <summary>The turn brought nothing.</summary>
    public Task NothingAsync(WebhookRow webhook)
    {
        var now = time.GetStoredNow();
        return Its(webhook).ExecuteUpdateAsync(row => row.SetProperty(it => it.TurnUntil, now));
    }

    public async Task RunAsync(WebhookRow webhook, WebhookDeliveryRow message, PostResult result)
    {
        var taken = result.Status is >= 200 and < 300;
        metrics.WebhookSent(taken);
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (taken)
        {
            await TakenAsync(webhook, message, result);
        }
        else
        {
            await NotTakenAsync(webhook, message, result);
        }

        await transaction.CommitAsync();
    }

    private async Task TakenAsync(WebhookRow webhook, WebhookDeliveryRow message, PostResult result)
    {
        var now = time.GetStoredNow();
        await Its(webhook).ExecuteUpdateAsync(row => row
            .SetProperty(it => it.TurnUntil, now)
            .SetProperty(it => it.RestsUntil, (DateTimeOffset?)null)
            .SetProperty(it => it.FailingSince, (DateTimeOffset?)null));
        await Claimed(message).ExecuteUpdateAsync(row => row
            .SetProperty(it => it.State, WebhookDeliveryState.Delivered)
            .SetProperty(it => it.LastStatus, result.Status)
            .SetProperty(it => it.LastFailure, (string?)null)
            .SetProperty(it => it.NextAttemptAt, (DateTimeOffset?)null)
            .SetProperty(it => it.DeliveredAt, now));
    }

    private async Task NotTakenAsync(WebhookRow webhook, WebhookDeliveryRow message, PostResult result)
    {
        var now = time.GetStoredNow();
        var gone = result.Status == StatusCodes.Status410Gone;
        var next = gone ? null : now + Backoff.After(message.Attempts);
        var state = next is null ? WebhookDeliveryState.Failed : WebhookDeliveryState.Pending;
        var failure = result.Failure is { } why ? JsonNamingPolicy.CamelCase.ConvertName(why.ToString()) : null;
        Log.WebhookNotTaken(log, message.Id, webhook.Id, message.Attempts, failure ?? result.Status!.Value.ToString(CultureInfo.InvariantCulture));
        await Its(webhook).ExecuteUpdateAsync(row => row
            .SetProperty(it => it.TurnUntil, now)
            .SetProperty(it => it.RestsUntil, now + Rest)
            .SetProperty(it => it.FailingSince, it => it.FailingSince ?? now));
        await Claimed(message).ExecuteUpdateAsync(row => row
            .SetProperty(it => it.State, state)
            .SetProperty(it => it.LastStatus, result.Status)
            .SetProperty(it => it.LastFailure, failure)
            .SetProperty(it => it.NextAttemptAt, next));
        if (gone || (next is null && webhook.FailingSince + Patience <= now))
        {
            await DisableAsync(webhook, gone ? WebhookStop.Gone : WebhookStop.Failing, now);
        }
    }

    // Unless its owner gave it another address meanwhile.
    private async Task DisableAsync(WebhookRow webhook, WebhookStop reason, DateTimeOffset now)
    {
        if (await Its(webhook).Where(row => row.DisabledAt == null && row.Url == webhook.Url).ExecuteUpdateAsync(row => row
            .SetProperty(it => it.DisabledAt, now)
            .SetProperty(it => it.DisabledBecause, reason)) == 1)
        {
            db.Audit.Add(new AuditRow
            {
                At = now, IssuerId = webhook.IssuerId, Actor = Actor, Action = "webhook.disabled", Subject = webhook.Id, Detail = StoredJson.Write(new { because = reason }),
            });
            await db.SaveChangesAsync();
            Log.WebhookDisabled(log, webhook.Id, reason);
        }
    }

    private IQueryable<WebhookRow> Its(WebhookRow webhook) => db.Webhooks.Where(row => row.Id == webhook.Id);

    // Whoever claims a message counts its tries up: a node that was too slow finds it is no longer its own.
    private IQueryable<WebhookDeliveryRow> Claimed(WebhookDeliveryRow message) =>
        db.WebhookDeliveries.Where(row => row.Id == message.Id && row.Attempts == message.Attempts && row.State == WebhookDeliveryState.Pending);
}
