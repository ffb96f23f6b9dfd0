using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Batches;

/// <summary>Tries the failed lines of a batch that is done once more.</summary>
internal sealed class RetryBatch(CredentialsDb db, TimeProvider time) : ControllerBase
{
    [HttpPost("/api/v1/batches/{id}/retry"), Access(Scope.AwardsWrite, or: Scope.AwardsRevoke)]
    public Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken) =>
        BatchStep.TakeAsync(
            db, time, HttpContext, id, [BatchState.Done],
            row => Task.FromResult(BatchStep.WhyNot(row.Action, HttpContext.Client) ?? (row.DryRun ? new(RefusalCode.WrongState, "", "This was a dry run: nothing of it is done. Send it again.") : null)),
            async row =>
            {
                if (row.State == BatchState.Done)
                {
                    await LongWork.AllowAsync(db, cancellationToken);
                    await db.BatchLines.Where(line => line.BatchId == id && line.State == BatchLineState.Failed).ExecuteUpdateAsync(
                        set => set.SetProperty(line => line.State, BatchLineState.Good).SetProperty(line => line.Problems, (string?)null), cancellationToken);
                }

                return BatchState.Running;
            },
            "batch.retried", cancellationToken);
}
