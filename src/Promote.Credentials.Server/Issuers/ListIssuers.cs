using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Lists;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Issuers;

/// <summary>Lists the issuers that the client acts for, which is one: this is how a client learns its id.</summary>
internal sealed class ListIssuers(CredentialsDb db) : ControllerBase
{
    [HttpGet("/api/v1/issuers"), Access(Scope.IssuersRead)]
    public async Task<IActionResult> RunAsync([FromQuery] PageRequest page, CancellationToken cancellationToken)
    {
        var from = page.From();
        if (!from.Granted)
        {
            return new Refused(from.Refusals);
        }

        var issuerId = HttpContext.Client.IssuerId;
        var rows = await from.Value.After(db.Issuers.AsNoTracking().Where(row => row.Id == issuerId))
            .Take(page.Limit + 1)
            .ToListAsync(cancellationToken);
        return Ok(page.Take(rows, row => row, IssuerAnswer.Of));
    }
}
