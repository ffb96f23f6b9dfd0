using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Batches;

/// <summary>Shows how far a batch is.</summary>
internal sealed class GetBatch(CredentialsDb db) : ControllerBase
{
    [HttpGet("/api/v1/batches/{id}"), Access(Scope.AwardsRead)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        var issuerId = HttpContext.Client.IssuerId;
        var row = RandomId.IsOne(id) ? await db.Batches.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.IssuerId == issuerId, cancellationToken) : null;
        return row is null ? Refused.NotFound() : Ok(await BatchAnswer.OfAsync(db, row, cancellationToken));
    }
}
