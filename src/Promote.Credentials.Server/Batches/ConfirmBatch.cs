using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Batches;

/// <summary>Has the good lines of a checked batch issued. The bad ones are left out.</summary>
internal sealed class ConfirmBatch(CredentialsDb db, TimeProvider time) : ControllerBase
{
    [HttpPost("/api/v1/batches/{id}/confirm"), Access(Scope.AwardsWrite)]
    public Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken) =>
        BatchStep.TakeAsync(db, time, HttpContext, id, [BatchState.AwaitingConfirmation], BatchState.Running, "batch.confirmed", cancellationToken);
}
