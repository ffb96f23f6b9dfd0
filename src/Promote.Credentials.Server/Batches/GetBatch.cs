using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Batches;

/// <summary>Shows how far a batch is.</summary>
internal sealed class GetBatch(BatchLooks looks) : ControllerBase
{
    [HttpGet("/api/v1/batches/{id}"), Access(Scope.AwardsRead)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken) =>
        await looks.NowAsync(HttpContext.Client.IssuerId, id, cancellationToken) is { } batch ? Ok(batch) : Refused.NotFound();
}
