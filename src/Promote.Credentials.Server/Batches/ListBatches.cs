using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Lists;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Batches;

/// <summary>Lists the issuer's batches, the newest first.</summary>
internal sealed class ListBatches(CredentialsDb db) : ControllerBase
{
    [HttpGet("/api/v1/batches"), Access(Scope.AwardsRead)]
    public async Task<IActionResult> RunAsync([FromQuery] PageRequest page, CancellationToken cancellationToken)
    {
        var from = page.From();
        if (!from.Granted)
        {
            return new Refused(from.Refusals);
        }

        var issuerId = HttpContext.Client.IssuerId;
        var rows = await from.Value.After(db.Batches.AsNoTracking().Where(row => row.IssuerId == issuerId)).Take(page.Limit + 1).ToListAsync(cancellationToken);
        var answers = (await BatchAnswer.OfAsync(db, rows, cancellationToken)).ToDictionary(answer => answer.Id, StringComparer.Ordinal);
        return Ok(page.Take(rows, row => row, row => answers[row.Id]));
    }
}
