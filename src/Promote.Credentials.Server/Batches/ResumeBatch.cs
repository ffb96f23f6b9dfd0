using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Batches;

/// <summary>Lets a batch that was paused go on where it was.</summary>
internal sealed class ResumeBatch(CredentialsDb db, TimeProvider time) : ControllerBase
{
    [HttpPost("/api/v1/batches/{id}/resume"), Access(Scope.AwardsWrite, or: Scope.AwardsRevoke)]
    public Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken) =>
        BatchStep.TakeAsync(
            db, time, HttpContext, id, [BatchState.Paused],
            row => Task.FromResult(row.State == BatchState.Validating || (row.State == BatchState.Paused && row.ConfirmedAt is null) ? BatchState.Validating : BatchState.Running),
            "batch.resumed", cancellationToken);
}
