using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Webhooks;

/// <summary>Changes a webhook; what is left out stays. Enabling it begins anew, as if no message had failed before.</summary>
internal sealed class ChangeWebhook(CredentialsDb db, WebhookCheck check, TimeProvider time) : ControllerBase
{
    [HttpPatch("/api/v1/webhooks/{id}"), Access(Scope.WebhooksManage)]
    public async Task<IActionResult> RunAsync(string id, [FromBody] Change body, CancellationToken cancellationToken)
    {
        var client = HttpContext.Client;
        if (await db.FindWebhookAsync(client, id, cancellationToken) is not { } row)
        {
            return Refused.NotFound();
        }

        if (check.Run(body.Url, body.Events, body.Description) is { Count: > 0 } refusals)
        {
            return new Refused(refusals);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetStoredNow();
        row.Url = body.Url?.OriginalString ?? row.Url;
        row.Events = body.Events is { } events ? WebhookEvents.Write(events) : row.Events;
        row.Description = body.Description ?? row.Description;
        if (body.Enabled == true)
        {
            await EnableAsync(row, now, cancellationToken);
        }
        else if (body.Enabled == false && row.Enabled)
        {
            (row.DisabledAt, row.DisabledBecause) = (now, WebhookStop.Asked);
        }

        db.Audit.Add(client.Did("webhook.changed", id, now, new { host = new Uri(row.Url).IdnHost, events = row.Events, enabled = row.Enabled }));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Ok(WebhookAnswer.Of(row));
    }

    private async Task EnableAsync(WebhookRow row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        (row.DisabledAt, row.DisabledBecause) = (null, null);
        (row.FailingSince, row.RestsUntil) = (null, null);
        await db.WebhookDeliveries.Where(message => message.WebhookId == row.Id && message.State == WebhookDeliveryState.Pending)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.Attempts, 0).SetProperty(message => message.NextAttemptAt, now), cancellationToken);
    }

    /// <summary>What is to be otherwise.</summary>
    internal sealed record Change
    {
        public Uri? Url { get; init; }

        public IReadOnlyList<string>? Events { get; init; }

        public string? Description { get; init; }

        public bool? Enabled { get; init; }
    }
}
