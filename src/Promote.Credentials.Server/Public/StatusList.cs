using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Formats.StatusLists;
using Promote.Credentials.Server.Issuing.Status;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Public;

/// <summary>
/// A status list of an issuer (Bitstring Status List 1.0): what <c>credentialStatus</c> of its documents names. Whoever fetches it
/// learns nothing about one document, and this service nothing about which one they ask for.
/// </summary>
internal sealed class StatusList(CredentialsDb db, SignedStatusLists lists) : ControllerBase
{
    private static readonly string Freshness = $"public, max-age={SignedStatusLists.TimeToLive.TotalSeconds}";

    [HttpGet("/status/{list}"), EnableCors(CorsNames.Anyone)]
    public async Task<IActionResult> RunAsync(string list, CancellationToken cancellationToken)
    {
        var found = RandomId.IsOne(list) ? await lists.FindAsync(db, list, cancellationToken) : null;
        if (found is not { Granted: true })
        {
            return found?.Refusals[0] is { Code: not RefusalCode.NotFound } refusal ? new Refused(refusal) : NotHere.Problem;
        }

        Response.Headers.CacheControl = Freshness;
        Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        return File(found.Value.Utf8, Accepts.PlainJson(HttpContext) ? MediaTypes.Json : Terms.MediaType, lastModified: null, new EntityTagHeaderValue(found.Value.Tag));
    }
}
