using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Batches;

/// <summary>The end of a batch: that it is done, how many lines are where, and that somebody is to be told are one commit.</summary>
internal static class BatchDone
{
    /// <summary>What the outbox calls it.</summary>
    public const string Kind = "batch.completed";

    /// <summary>Has a batch go on to a state, and completes it where that is its end. The caller saves.</summary>
    /// <param name="db">Takes what is to be told.</param>
    /// <param name="batch">The batch, with every line as it will stay.</param>
    /// <param name="to">Its next state.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Ends the counting.</param>
    public static async Task GoAsync(CredentialsDb db, BatchRow batch, BatchState to, DateTimeOffset now, CancellationToken cancellationToken)
    {
        batch.Go(to, now);
        if (to == BatchState.Done)
        {
            batch.Counted = StoredJson.Write((await BatchCounts.OfAsync(db, [batch], cancellationToken))[batch.Id]);
            db.Outbox.Add(new OutboxRow { Kind = Kind, Subject = batch.Id, CreatedAt = now });
        }
    }
}
