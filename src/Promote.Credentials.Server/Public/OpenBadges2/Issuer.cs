using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.OpenBadges2;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Public.OpenBadges2;

/// <summary>An issuer as an Open Badges 2.0 Profile, with the keys that may sign its assertions.</summary>
internal sealed class Issuer(PublishedIssuers issuers, PublicUrls urls) : ControllerBase
{
    [HttpGet("/ob2/issuers/{slug}"), EnableCors(CorsNames.Anyone)]
    public async Task<IActionResult> RunAsync(string slug, CancellationToken cancellationToken) =>
        await issuers.FindAsync(slug, cancellationToken) is { } issuer
            ? File(Writer.WriteIssuer(issuer.Profile(urls), [.. CryptographicKeys.Of(issuer).Select(key => key.CryptographicKey.Id)]), MediaTypes.LinkedData)
            : NotHere.Problem;
}
