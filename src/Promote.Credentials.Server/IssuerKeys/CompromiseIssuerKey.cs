using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Issuing.Keys;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.IssuerKeys;

/// <summary>Says that a key is in other hands since an instant. It signs no more at once, and what it signed from then on is invalid.</summary>
internal sealed class CompromiseIssuerKey(IssuerKeyLife life) : ControllerBase
{
    [HttpPost("/api/v1/issuer-keys/{id}/compromise"), Access(Scope.IssuerKeysManage)]
    public async Task<IActionResult> RunAsync(string id, [FromBody] Compromise body, CancellationToken cancellationToken)
    {
        var changed = await life.CompromiseAsync(HttpContext.Client, id, body.At, cancellationToken);
        return changed.Granted ? Ok(IssuerKeyAnswer.Of(changed.Value)) : new Refused(changed.Refusals);
    }

    /// <summary>What is known about it.</summary>
    internal sealed record Compromise
    {
        /// <summary>The first instant at which somebody else may have signed.</summary>
        public required DateTimeOffset At { get; init; }
    }
}
