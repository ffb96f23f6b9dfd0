using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Jobs;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Batches;

/// <summary>
/// Checks and issues what batches wait for, chunk by chunk. One node works on a batch at a time, for as long as its lease holds; another
/// one goes on where it died. From one line follows one award, however often somebody tries.
/// </summary>
internal sealed class WorkOnBatches(IServiceScopeFactory scopes, TimeProvider time, ILogger<WorkOnBatches> log) : IJob
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    // The lease that this run holds: it goes on under it.
    private DateTimeOffset? held;

    public async Task RunAsync(string id, CancellationToken cancellationToken)
    {
        foreach (var batch in await WaitingAsync(cancellationToken))
        {
            try
            {
                while (await StepAsync(batch, cancellationToken))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }
            }
            catch (Exception exception) when (!StorageUnavailable.IsCauseOf(exception) && exception is not OperationCanceledException)
            {
                // The next batch is not to wait for this one, which is tried again.
                Log.BatchStopped(log, batch, exception);
            }
            finally
            {
                await LeaveAsync(batch);
            }
        }
    }

    private async Task<List<string>> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<CredentialsDb>(), time.GetUtcNow());
        return await db.Batches.AsNoTracking()
            .Where(row => (row.State == BatchState.Queued || row.State == BatchState.Validating || row.State == BatchState.Running) && (row.LeasedUntil == null || row.LeasedUntil < now))
            .OrderBy(row => row.CreatedAt).Select(row => row.Id).ToListAsync(cancellationToken);
    }

    // False where there is nothing to do any more, or another node is at it.
    private async Task<bool> StepAsync(string id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CredentialsDb>();
        var now = time.GetStoredNow();
        DateTimeOffset? until = now + Lease;
        if (await db.Batches.Where(row => row.Id == id && (row.LeasedUntil == null || row.LeasedUntil < now || row.LeasedUntil == held)).ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, until), cancellationToken) == 0)
        {
            return false;
        }

        held = until;
        var batch = await db.Batches.SingleAsync(row => row.Id == id, cancellationToken);
        return batch.State switch
        {
            BatchState.Queued or BatchState.Validating => await scope.ServiceProvider.GetRequiredService<CheckLines>().NextAsync(batch, cancellationToken),
            BatchState.Running => await scope.ServiceProvider.GetRequiredService<IssueLines>().NextAsync(batch, cancellationToken),
            _ => false,
        };
    }

    private async Task LeaveAsync(string id)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CredentialsDb>().Batches.Where(row => row.Id == id && row.LeasedUntil == held)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, (DateTimeOffset?)null));
        held = null;
    }
}
