using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.OpenBadges2;
using Promote.Credentials.Server.Issuing.Status;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Public.OpenBadges2;

/// <summary>
/// A hosted assertion: being here is what makes it valid. A revoked one is gone, and says why (Open Badges 2.0, HostedBadge); so is
/// a suspended one, until it is reinstated.
/// It holds a hash of the recipient's address, so only whoever was given the badge knows where it is.
/// </summary>
internal sealed class HostedAssertion(StoredCredentials credentials, RollbackGuard guard, PublicUrls urls) : ControllerBase
{
    [HttpGet("/ob2/assertions/{id}"), EnableCors(CorsNames.Anyone)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        if (await credentials.FindByDocumentIdAsync(id, FormatList.OpenBadges2, cancellationToken) is not { Utf8: { } utf8 } stored)
        {
            return NotHere.Problem;
        }

        if (guard.WhyNot(stored.Award.IssuerId) is { } refusal)
        {
            return new Refused(refusal);
        }

        if (stored.Award.StatusSince is null)
        {
            return File(utf8, MediaTypes.LinkedData);
        }

        Response.StatusCode = StatusCodes.Status410Gone;
        return File(Writer.WriteRevoked(urls.Assertion(id), stored.Award.StatusReason), MediaTypes.LinkedData);
    }
}
