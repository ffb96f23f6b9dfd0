using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Issuing.Keys;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.IssuerKeys;

/// <summary>Makes a pending key the one that signs. The one before it signs no more; what it signed still verifies.</summary>
internal sealed class ActivateIssuerKey(IssuerKeyLife life) : ControllerBase
{
    [HttpPost("/api/v1/issuer-keys/{id}/activate"), Access(Scope.IssuerKeysManage)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        var changed = await life.ActivateAsync(HttpContext.Client, id, cancellationToken);
        return changed.Granted ? Ok(IssuerKeyAnswer.Of(changed.Value)) : new Refused(changed.Refusals);
    }
}
