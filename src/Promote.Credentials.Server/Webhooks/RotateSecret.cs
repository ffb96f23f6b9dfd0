using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Webhooks;

/// <summary>Gives a webhook a new secret. The one before signs too for a day, so that no message is lost while the receiver changes.</summary>
internal sealed class RotateSecret(CredentialsDb db, WebhookSecrets secrets, TimeProvider time) : ControllerBase
{
    [HttpPost("/api/v1/webhooks/{id}/rotate-secret"), Access(Scope.WebhooksManage)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        var client = HttpContext.Client;
        if (await db.FindWebhookAsync(client, id, cancellationToken) is not { } row)
        {
            return Refused.NotFound();
        }

        var now = time.GetStoredNow();
        var secret = secrets.New(id);
        (row.PreviousSecret, row.PreviousSecretKeyId, row.PreviousSecretUntil) = (row.Secret, row.SecretKeyId, now + WebhookSecrets.Overlap);
        (row.Secret, row.SecretKeyId) = (secret.Wrapped, secret.KeyId);
        db.Audit.Add(client.Did("webhook.secretRotated", id, now));
        await db.SaveChangesAsync(cancellationToken);
        return Ok(new WebhookWithSecret(secret.Text, WebhookAnswer.Of(row)));
    }
}
