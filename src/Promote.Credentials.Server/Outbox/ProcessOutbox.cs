using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Jobs;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Bulk;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Outbox;

/// <summary>
/// Hands what was committed to its handlers, each row once: what they write and the mark that the row is done are one
/// commit. A row that fails waits longer each time and is given up in the end; it never holds up the others.
/// </summary>
internal sealed class ProcessOutbox(IServiceScopeFactory scopes, TimeProvider time, ILogger<ProcessOutbox> log) : IJob
{
    private const int Chunk = 200;

    public async Task RunAsync(string id, CancellationToken cancellationToken)
    {
        var size = Chunk;
        int done;
        do
        {
            done = await TryAsync(size, cancellationToken);
            if (done < 0)
            {
                size = 1;
            }
        }
        while (done < 0 || done == size);
    }

    // How many rows were handled; -1 when one of them failed, so that none is done: then they are taken one by one.
    private async Task<int> TryAsync(int size, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CredentialsDb>();
        var handlers = scope.ServiceProvider.GetServices<IOutboxHandler>().ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var rows = await ClaimAsync(db, [.. handlers.SelectMany(handler => handler.Kinds).Distinct()], size, cancellationToken);
        try
        {
            foreach (var handler in handlers)
            {
                if (rows.FindAll(row => handler.Kinds.Contains(row.Kind)) is { Count: > 0 } its)
                {
                    await handler.HandleAsync(its, cancellationToken);
                }
            }

            var now = time.GetStoredNow();
            rows.ForEach(row => row.DoneAt = now);
            await SaveInBulk.RunAsync(db, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !StorageUnavailable.IsCauseOf(exception))
        {
            await transaction.RollbackAsync(CancellationToken.None);
            return rows.Count > 1 ? -1 : await PostponeAsync(db, rows[0], exception);
        }

        await transaction.CommitAsync(CancellationToken.None);
        return rows.Count;
    }

    private async Task<int> PostponeAsync(CredentialsDb db, OutboxRow claimed, Exception exception)
    {
        db.ChangeTracker.Clear();
        var row = await db.Outbox.SingleAsync(row => row.Id == claimed.Id);
        var now = time.GetStoredNow();
        row.Attempts++;
        row.NextAttemptAt = now + Backoff.After(row.Attempts);
        row.GaveUpAt = row.NextAttemptAt is null ? now : null;
        Log.OutboxRowFailed(log, row.Id, row.Kind, row.Attempts, exception);
        await db.SaveChangesAsync();
        return 1;
    }

    // A claim ends with its transaction, so a node that dies gives its claims back. SQLite has one node, and one writer.
    private Task<List<OutboxRow>> ClaimAsync(CredentialsDb db, string[] kinds, int size, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var waiting = db.Database.IsSqlite()
            ? db.Outbox
                .Where(row => row.DoneAt == null && row.GaveUpAt == null && (row.NextAttemptAt == null || row.NextAttemptAt <= now) && kinds.Contains(row.Kind))
                .OrderBy(row => row.CreatedAt).Take(size)
            : db.Outbox.FromSql(
                $"""
                SELECT * FROM outbox
                WHERE done_at IS NULL AND gave_up_at IS NULL AND (next_attempt_at IS NULL OR next_attempt_at <= {now}) AND kind = ANY({kinds})
                ORDER BY created_at LIMIT {size} FOR UPDATE SKIP LOCKED
                """);
        return waiting.ToListAsync(cancellationToken);
    }
}
