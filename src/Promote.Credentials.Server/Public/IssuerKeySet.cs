using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Proofs.Jose;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Public;

/// <summary>
/// The keys of every issuer of this service, each with the issuer that answers for it. Old keys stay for ever, so that old
/// credentials can be checked; one that others may have does not.
/// </summary>
internal sealed class IssuerKeySet(PublishedIssuers issuers) : ControllerBase
{
    [HttpGet("/.well-known/jwks.json"), EnableCors(CorsNames.Anyone)]
    public async Task<IActionResult> RunAsync(CancellationToken cancellationToken)
    {
        var keys =
            from issuer in await issuers.AllAsync(cancellationToken)
            from key in issuer.Identity.Keys
            where key.Row.State != IssuerKeyState.Compromised
            select new PublishedJwk(key.PublicKey, KeyId: key.Jwk.Id, Issuer: key.Did);
        return File(JwkSet.Write(keys), MediaTypes.KeySet);
    }
}
