using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Batches;

/// <summary>What every check of a batch begins and ends with, whatever its lines are.</summary>
internal static class CheckedBatch
{
    /// <summary>The batch is checked: it goes on by itself only where it was to, and where every line is good.</summary>
    /// <param name="db">The store.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="mayGoOn">Whether the word of its sender is enough.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Counts until it is stored.</param>
    /// <returns>Whether there is more to do for the batch.</returns>
    public static async Task<bool> EndAsync(CredentialsDb db, BatchRow batch, bool mayGoOn, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var goesOn = !batch.DryRun && batch.Confirm && mayGoOn && !await db.BatchLines.AnyAsync(line => line.BatchId == batch.Id && line.State == BatchLineState.Bad, cancellationToken);
        batch.ConfirmedAt = goesOn ? now : null;
        await BatchDone.GoAsync(db, batch, batch.DryRun ? BatchState.Done : goesOn ? BatchState.Running : BatchState.AwaitingConfirmation, now, cancellationToken);
        return await db.SaveUnlessChangedAsync(cancellationToken) && batch.IsIssuedAt(now);
    }

    /// <summary>Who sent a batch, as far as it counts who somebody is, and not what they may do; null for a platform.</summary>
    public static Client? SenderOf(BatchRow batch, LearnerKey key) =>
        batch.Sender is null || StoredJson.Read<BatchSender>(key.Decrypt(LearnerKey.Column.BatchSender, batch.Id, batch.Sender)) is not { } sender
            ? null
            : new(batch.StartedBy, batch.IssuerId, [], sender.Email) { Identifiers = sender.Identifiers };

    /// <summary>Something stands against a line.</summary>
    public static void Refuse(BatchLineRow line, params IReadOnlyList<LineProblem> problems) => (line.State, line.Problems) = (BatchLineState.Bad, StoredJson.Write(problems));
}
