using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Webhooks;

/// <summary>Sends a message that is about nothing, so that a receiver can be tried out.</summary>
internal sealed class PingWebhook(CredentialsDb db, TimeProvider time) : ControllerBase
{
    [HttpPost("/api/v1/webhooks/{id}/ping"), Access(Scope.WebhooksManage)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        if (await db.FindWebhookAsync(HttpContext.Client, id, cancellationToken) is not { } webhook)
        {
            return Refused.NotFound();
        }

        if (Replay.WhyNot(webhook) is { } refusal)
        {
            return new Refused(refusal);
        }

        var message = WebhookMessage.To(id, WebhookEvents.Ping, time.GetStoredNow(), new { webhook = id });
        webhook.RestsUntil = null;
        db.WebhookDeliveries.Add(message);
        await db.SaveChangesAsync(cancellationToken);
        return Accepted(WebhookDeliveryAnswer.Of(message));
    }
}
