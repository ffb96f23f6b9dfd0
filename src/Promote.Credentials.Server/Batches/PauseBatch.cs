using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Batches;

/// <summary>Stops a batch for the time being: what is in hand is finished, nothing new is begun.</summary>
internal sealed class PauseBatch(CredentialsDb db, TimeProvider time) : ControllerBase
{
    [HttpPost("/api/v1/batches/{id}/pause"), Access(Scope.AwardsWrite, or: Scope.AwardsRevoke)]
    public Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken) =>
        BatchStep.TakeAsync(db, time, HttpContext, id, [BatchState.Queued, BatchState.Validating, BatchState.Running, BatchState.Paused], BatchState.Paused, "batch.paused", cancellationToken);
}
