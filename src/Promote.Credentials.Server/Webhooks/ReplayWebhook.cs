using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Webhooks;

/// <summary>Sends everything since an instant again, the oldest first, and at most <see cref="Most"/> messages. What waits anyway is not counted.</summary>
internal sealed class ReplayWebhook(CredentialsDb db, TimeProvider time) : ControllerBase
{
    /// <summary>How many messages are sent again for one request.</summary>
    public const int Most = 1000;

    [HttpPost("/api/v1/webhooks/{id}/replay"), Access(Scope.WebhooksManage)]
    public async Task<IActionResult> RunAsync(string id, [FromBody] Wish body, CancellationToken cancellationToken)
    {
        var client = HttpContext.Client;
        if (await db.FindWebhookAsync(client, id, cancellationToken) is not { } webhook)
        {
            return Refused.NotFound();
        }

        if (Replay.WhyNot(webhook) is { } refusal)
        {
            return new Refused(refusal);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetStoredNow();
        var found = await db.WebhookDeliveries.AsNoTracking()
            .Where(row => row.WebhookId == id && row.CreatedAt >= body.Since && row.State != WebhookDeliveryState.Pending)
            .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id)
            .Select(row => new { row.Id, row.CreatedAt })
            .Take(Most + 1).ToListAsync(cancellationToken);
        var ids = found.Take(Most).Select(row => row.Id).ToList();
        if (await Replay.RunAsync(db, webhook, db.WebhookDeliveries.Where(row => ids.Contains(row.Id)), now, cancellationToken) is not { } replayed)
        {
            return Refused.NotFound();
        }

        db.Audit.Add(client.Did("webhook.replayed", id, now, new { since = body.Since, replayed }));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Accepted(new Replayed(replayed, found.Count > Most ? found[Most].CreatedAt : null));
    }

    /// <summary>From when on.</summary>
    internal sealed record Wish(DateTimeOffset Since);

    /// <summary>What will be sent.</summary>
    /// <param name="Messages">How many messages.</param>
    /// <param name="Next">The <c>since</c> for those that are left; null when none is.</param>
    internal sealed record Replayed(int Messages, DateTimeOffset? Next);
}
