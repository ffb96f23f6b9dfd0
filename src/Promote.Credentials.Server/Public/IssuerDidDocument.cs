using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Public;

/// <summary>The DID document of an issuer: the keys that verifiers may believe (did:web).</summary>
internal sealed class IssuerDidDocument(PublishedIssuers issuers) : ControllerBase
{
    [HttpGet("/issuers/{slug}/did.json"), EnableCors(CorsNames.Anyone)]
    public async Task<IActionResult> RunAsync(string slug, CancellationToken cancellationToken) =>
        await issuers.FindAsync(slug, cancellationToken) is { } issuer
            ? File(issuer.Identity.Document.ToUtf8Json(), "application/did+json")
            : NotHere.Problem;
}
