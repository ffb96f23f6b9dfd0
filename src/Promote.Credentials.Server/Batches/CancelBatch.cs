using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Batches;

/// <summary>Ends a batch. What was issued stays issued, and is listed.</summary>
internal sealed class CancelBatch(CredentialsDb db, TimeProvider time) : ControllerBase
{
    [HttpPost("/api/v1/batches/{id}/cancel"), Access(Scope.AwardsWrite, or: Scope.AwardsRevoke)]
    public Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken) => BatchStep.TakeAsync(
        db, time, HttpContext, id, [BatchState.Queued, BatchState.Validating, BatchState.AwaitingConfirmation, BatchState.Running, BatchState.Paused], BatchState.Cancelled, "batch.cancelled", cancellationToken);
}
