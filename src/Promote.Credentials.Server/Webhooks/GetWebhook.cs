using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Webhooks;

/// <summary>Reads one webhook of the client's issuer.</summary>
internal sealed class GetWebhook(CredentialsDb db) : ControllerBase
{
    [HttpGet("/api/v1/webhooks/{id}"), Access(Scope.WebhooksManage)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken) =>
        await db.FindWebhookAsync(HttpContext.Client, id, cancellationToken) is { } row ? Ok(WebhookAnswer.Of(row)) : Refused.NotFound();
}
