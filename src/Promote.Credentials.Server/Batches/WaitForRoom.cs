using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Batches;

/// <summary>
/// Pauses a batch for which the database has no room, and tries now and then whether it has. What was not stored is as if it had never been begun,
/// so nothing of the batch is lost. Where not even the pause can be stored, the next run of the job finds the batch as it was and comes here again.
/// </summary>
internal sealed class WaitForRoom(CredentialsDb db, TimeProvider time, ILogger<WaitForRoom> log)
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(15);

    /// <summary>Pauses a batch, unless somebody did something with it in this moment.</summary>
    public async Task PauseAsync(string id, CancellationToken cancellationToken)
    {
        Log.BatchWithoutRoom(log, id);
        var batch = await db.Batches.SingleAsync(row => row.Id == id, cancellationToken);
        if (batch.State is BatchState.Queued or BatchState.Validating or BatchState.Running)
        {
            batch.Go(BatchState.Paused, time.GetStoredNow());
            batch.PausedBecause = BatchPause.StorageFull;
            await db.SaveUnlessChangedAsync(cancellationToken);
        }
    }

    /// <summary>Lets the batches go on that have waited for a while. What they do first shows whether there is room.</summary>
    public async Task GoOnAsync(CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        var before = now - Wait;
        foreach (var batch in await db.Batches.Where(row => row.State == BatchState.Paused && row.PausedBecause != null && row.UpdatedAt <= before).ToListAsync(cancellationToken))
        {
            batch.Go(batch.ConfirmedAt is null ? BatchState.Validating : BatchState.Running, now);
        }

        await db.SaveUnlessChangedAsync(cancellationToken);
    }
}
