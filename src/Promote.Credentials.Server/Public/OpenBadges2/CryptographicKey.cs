using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.OpenBadges2;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Public.OpenBadges2;

/// <summary>A key that signs assertions, as Open Badges 2.0 publishes it. Its name is its thumbprint.</summary>
internal sealed class CryptographicKey(PublishedIssuers issuers, PublicUrls urls) : ControllerBase
{
    [HttpGet("/ob2/issuers/{slug}/keys/{name}"), EnableCors(CorsNames.Anyone)]
    public async Task<IActionResult> RunAsync(string slug, string name, CancellationToken cancellationToken)
    {
        if (await issuers.FindAsync(slug, cancellationToken) is not { } issuer
            || CryptographicKeys.Of(issuer).FirstOrDefault(key => key.PublicKey.Thumbprint == name) is not { } key)
        {
            return NotHere.Problem;
        }

        return File(Writer.WriteKey(issuer.Profile(urls), key.CryptographicKey.Id, key.PublicKey.ToPem()), MediaTypes.LinkedData);
    }
}
