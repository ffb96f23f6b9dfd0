using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Batches;

/// <summary>
/// Lines that somebody works on: how they are taken, so that nobody else takes them too, and how a batch ends that has no more. A claim ends with its
/// transaction, so a node that dies gives its lines back. SQLite has one node and one writer; there the state of a line is compared when it is saved.
/// </summary>
internal sealed class ClaimedLines(CredentialsDb db, TimeProvider time)
{
    /// <summary>Takes good lines, within the transaction of the context; none while the batch is not to go on.</summary>
    public async Task<List<BatchLineRow>> TakeAsync(BatchRow batch, int after, int size, CancellationToken cancellationToken) => !batch.IsIssuedAt(time.GetUtcNow()) ? [] : await (db.Database.IsSqlite()
        ? db.BatchLines.Where(line => line.BatchId == batch.Id && line.State == BatchLineState.Good && line.Number > after).OrderBy(line => line.Number).Take(size)
        : db.BatchLines.FromSql($"SELECT * FROM batch_lines WHERE batch_id = {batch.Id} AND state = 'good' AND number > {after} ORDER BY number LIMIT {size} FOR UPDATE SKIP LOCKED")).ToListAsync(cancellationToken);

    /// <summary>Leaves a line out that made the work fail: the others are not to wait for it.</summary>
    public Task FailAsync(string batchId, int number) =>
        db.BatchLines.Where(line => line.BatchId == batchId && line.Number == number && line.State == BatchLineState.Good).ExecuteUpdateAsync(set => set
            .SetProperty(line => line.State, BatchLineState.Failed)
            .SetProperty(line => line.Problems, StoredJson.Write(new[] { LineProblem.Of(RefusalCode.Unavailable, null, "This line could not be carried out; the operator has been told. Try it again later.") })));

    /// <summary>Ends a batch of which nothing is left to be done.</summary>
    public async Task FinishAsync(string batchId, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // What a process promised before it died, another one has signed.
        await db.BatchLines.Where(line => line.BatchId == batchId && line.State == BatchLineState.Promised && db.Awards.Any(award => award.Id == line.AwardId && award.State == IssuingState.Issued))
            .ExecuteUpdateAsync(set => set.SetProperty(line => line.State, BatchLineState.Issued).SetProperty(line => line.Details, (byte[]?)null).SetProperty(line => line.Learner, (byte[]?)null), cancellationToken);
        var batch = await db.Batches.SingleAsync(row => row.Id == batchId, cancellationToken);
        if (batch.State == BatchState.Running && !await db.BatchLines.AnyAsync(line => line.BatchId == batchId && (line.State == BatchLineState.Good || line.State == BatchLineState.Promised), cancellationToken))
        {
            await BatchDone.GoAsync(db, batch, BatchState.Done, time.GetStoredNow(), cancellationToken);
        }

        // Whoever paused it in this moment is heard, and whoever ended it was first.
        if (await db.SaveUnlessChangedAsync(cancellationToken))
        {
            await transaction.CommitAsync(CancellationToken.None);
        }
    }
}
