using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Lists;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Webhooks;

/// <summary>Lists what a webhook was sent in the last thirty days and what waits for it, the newest first.</summary>
internal sealed class ListWebhookDeliveries(CredentialsDb db) : ControllerBase
{
    [HttpGet("/api/v1/webhooks/{id}/deliveries"), Access(Scope.WebhooksManage)]
    public async Task<IActionResult> RunAsync(string id, [FromQuery] PageRequest page, CancellationToken cancellationToken)
    {
        if (await db.FindWebhookAsync(HttpContext.Client, id, cancellationToken) is null)
        {
            return Refused.NotFound();
        }

        var from = page.From();
        if (!from.Granted)
        {
            return new Refused(from.Refusals);
        }

        var rows = await from.Value.After(db.WebhookDeliveries.AsNoTracking().Where(row => row.WebhookId == id))
            .Take(page.Limit + 1)
            .ToListAsync(cancellationToken);
        return Ok(page.Take(rows, row => row, WebhookDeliveryAnswer.Of));
    }
}
