using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Lists;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Pathways;

/// <summary>Lists the issuer's pathways, the newest first.</summary>
internal sealed class ListPathways(CredentialsDb db) : ControllerBase
{
    [HttpGet("/api/v1/pathways"), Access(Scope.PathwaysRead)]
    public async Task<IActionResult> RunAsync([FromQuery] PageRequest page, CancellationToken cancellationToken)
    {
        var from = page.From();
        if (!from.Granted)
        {
            return new Refused(from.Refusals);
        }

        var issuerId = HttpContext.Client.IssuerId;
        var rows = await from.Value.After(db.Pathways.AsNoTracking().Where(row => row.IssuerId == issuerId)).Take(page.Limit + 1).ToListAsync(cancellationToken);
        return Ok(page.Take(rows, row => row, PathwayAnswer.Of));
    }
}
