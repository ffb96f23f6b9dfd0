using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Batches.Changing;
using Promote.Credentials.Server.Jobs;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Batches;

/// <summary>
/// Checks and does what batches wait for, chunk by chunk. One node at a time checks a batch, for as long as its lease holds: a line is compared with those before it.
/// Then all of them work on its lines together.
/// </summary>
internal sealed class WorkOnBatches(IServiceScopeFactory scopes, TimeProvider time, ILogger<WorkOnBatches> log) : IJob
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    // Each time somebody else was first; more would be a bug, not bad luck.
    private const int MaxLost = 20;

    // The lease that this run holds: it goes on under it.
    private DateTimeOffset? held;

    public async Task RunAsync(string id, CancellationToken cancellationToken)
    {
        await InScopeAsync<WaitForRoom>(room => room.GoOnAsync(cancellationToken));
        foreach (var (batch, action) in await WaitingAsync(cancellationToken))
        {
            try
            {
                await CheckAsync(batch, cancellationToken);

                // While one of them waits for the database, another one signs.
                var hands = await OnSqliteAsync() ? 1 : Environment.ProcessorCount;
                await Task.WhenAll(Enumerable.Range(0, hands).Select(_ => Task.Run(() => WorkAsync(batch, action, cancellationToken), cancellationToken)));
                await InScopeAsync<ClaimedLines>(lines => lines.FinishAsync(batch, cancellationToken));
            }
            catch (Exception exception) when (StorageFull.IsCauseOf(exception))
            {
                await InScopeAsync<WaitForRoom>(room => room.PauseAsync(batch, cancellationToken));
            }
            catch (Exception exception) when (!StorageUnavailable.IsCauseOf(exception) && exception is not OperationCanceledException)
            {
                // The next batch is not to wait for this one, which is tried again.
                Log.BatchStopped(log, batch, exception);
            }
        }
    }

    private async Task<List<(string Id, AwardAction Action)>> WaitingAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await InScopeAsync<CredentialsDb, List<(string, AwardAction)>>(async db => (await db.Batches
            .Where(row => row.State == BatchState.Queued || row.State == BatchState.Validating || (row.State == BatchState.Running && row.ConfirmedAt != null && (row.ScheduledFor == null || row.ScheduledFor <= now)))
            .OrderBy(row => row.CreatedAt).Select(row => new { row.Id, row.Action }).ToListAsync(cancellationToken)).ConvertAll(row => (row.Id, row.Action)));
    }

    private async Task CheckAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            while (await CheckNextAsync(id, cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            await InScopeAsync<CredentialsDb, int>(db => db.Batches.Where(row => row.Id == id && row.LeasedUntil != null && row.LeasedUntil == held).ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, (DateTimeOffset?)null)));
            held = null;
        }
    }

    // False where there is nothing to check any more, or another node is at it.
    private async Task<bool> CheckNextAsync(string id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CredentialsDb>();
        var now = time.GetStoredNow();
        DateTimeOffset? until = now + Lease;
        if (await db.Batches.Where(row => row.Id == id && (row.State == BatchState.Queued || row.State == BatchState.Validating) && (row.LeasedUntil == null || row.LeasedUntil < now || row.LeasedUntil == held))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, until), cancellationToken) == 0)
        {
            return false;
        }

        held = until;
        var batch = await db.Batches.SingleAsync(row => row.Id == id, cancellationToken);
        ICheckLines check = batch.Action == AwardAction.Issue ? scope.ServiceProvider.GetRequiredService<CheckLines>() : scope.ServiceProvider.GetRequiredService<CheckChanges>();
        return await check.NextAsync(batch, cancellationToken);
    }

    private async Task WorkAsync(string id, AwardAction action, CancellationToken cancellationToken)
    {
        var (after, alone, lost) = (0, 0, 0);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await using var scope = scopes.CreateAsyncScope();
            IWorkOnLines lines = action is AwardAction.Issue or AwardAction.Replace ? scope.ServiceProvider.GetRequiredService<IssueLines>() : scope.ServiceProvider.GetRequiredService<ChangeLines>();
            try
            {
                var worked = await lines.NextAsync(id, after, alone > 0 ? 1 : lines.Chunk, cancellationToken);
                if (worked == WorkedLines.NotNow || (worked == WorkedLines.None && after == 0))
                {
                    return;
                }

                // At the end it looks again from the beginning: what somebody gave back lies before what was taken last.
                (after, alone, lost) = (worked == WorkedLines.None ? 0 : lines.Taken[^1], Math.Max(0, alone - 1), 0);
            }
            catch (DbUpdateException lostRace) when (!StorageFull.IsCauseOf(lostRace) && ++lost < MaxLost)
            {
                after = 0;
            }
            catch (Exception exception) when (lines.Taken.Count > 0 && IsOfLine(exception))
            {
                if (lines.Taken.Count > 1)
                {
                    // One of them fails: the others are not to fail with it.
                    alone = lines.Taken.Count;
                    continue;
                }

                Log.BatchLineFailed(log, id, lines.Taken[0], exception);
                await InScopeAsync<ClaimedLines>(others => others.FailAsync(id, lines.Taken[0]));
            }
        }
    }

    // What a database refuses as data (SQLSTATE classes 22 and 23), it refuses again.
    private static bool IsOfLine(Exception exception) =>
        exception is not OperationCanceledException
        && (!StorageUnavailable.IsCauseOf(exception) || (exception as DbException ?? exception.InnerException as DbException)?.SqlState is ['2', '2' or '3', ..]);

    private Task<bool> OnSqliteAsync() => InScopeAsync<CredentialsDb, bool>(db => Task.FromResult(db.Database.IsSqlite()));

    private async Task InScopeAsync<TService>(Func<TService, Task> act)
        where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private async Task<T> InScopeAsync<TService, T>(Func<TService, Task<T>> act)
        where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
