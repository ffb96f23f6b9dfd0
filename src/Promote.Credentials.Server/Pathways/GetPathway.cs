using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Pathways;

/// <summary>Shows a pathway.</summary>
internal sealed class GetPathway(CredentialsDb db) : ControllerBase
{
    [HttpGet("/api/v1/pathways/{id}"), Access(Scope.PathwaysRead)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        var issuerId = HttpContext.Client.IssuerId;
        var row = RandomId.IsOne(id) ? await db.Pathways.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.IssuerId == issuerId, cancellationToken) : null;
        if (row is null)
        {
            return Refused.NotFound();
        }

        Response.Headers.ETag = EntityTag.Of(row.Revision);
        return Ok(PathwayAnswer.Of(row));
    }
}
