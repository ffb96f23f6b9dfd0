using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Issuing.Keys;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.IssuerKeys;

/// <summary>Ends a key that signs no more: it is published no longer, so others stop accepting what it signed.</summary>
internal sealed class RetireIssuerKey(IssuerKeyLife life) : ControllerBase
{
    [HttpPost("/api/v1/issuer-keys/{id}/retire"), Access(Scope.IssuerKeysManage)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        var changed = await life.RetireAsync(HttpContext.Client, id, cancellationToken);
        return changed.Granted ? Ok(IssuerKeyAnswer.Of(changed.Value)) : new Refused(changed.Refusals);
    }
}
