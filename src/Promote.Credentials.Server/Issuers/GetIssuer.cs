using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Issuers;

/// <summary>Shows the client's own issuer.</summary>
internal sealed class GetIssuer(CredentialsDb db) : ControllerBase
{
    [HttpGet("/api/v1/issuers/{id}"), Access(Scope.IssuersRead)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        if (id != HttpContext.Client.IssuerId)
        {
            return Refused.NotFound();
        }

        var row = await db.Issuers.AsNoTracking().SingleAsync(row => row.Id == id, cancellationToken);
        Response.Headers.ETag = IssuerAnswer.TagOf(row);
        return Ok(IssuerAnswer.Of(row));
    }
}
