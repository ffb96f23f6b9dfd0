using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Webhooks;

/// <summary>Deletes a webhook with its secret and its messages, those that wait too.</summary>
internal sealed class DeleteWebhook(CredentialsDb db, TimeProvider time) : ControllerBase
{
    [HttpDelete("/api/v1/webhooks/{id}"), Access(Scope.WebhooksManage)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        var client = HttpContext.Client;
        if (await db.FindWebhookAsync(client, id, cancellationToken) is not { } row)
        {
            return Refused.NotFound();
        }

        db.Webhooks.Remove(row);
        db.Audit.Add(client.Did("webhook.deleted", id, time.GetStoredNow()));
        return await db.SaveUnlessChangedAsync(cancellationToken) ? NoContent() : Refused.NotFound();
    }
}
