using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Batches.Reading;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Batches;

/// <summary>Issues good lines, each by the one issuing act and under a key of its own: a line that was issued before a crash answers the award that it has.</summary>
internal sealed class IssueLines(CredentialsDb db, IServiceScopeFactory scopes, LearnerVault vault, Catalogue catalogue, TimeProvider time)
{
    private const int Chunk = 50;

    /// <summary>Issues the next lines; when none is left, the batch is done.</summary>
    /// <returns>Whether there is more to do for the batch.</returns>
    public async Task<bool> NextAsync(BatchRow batch, CancellationToken cancellationToken)
    {
        var lines = await db.BatchLines.Where(line => line.BatchId == batch.Id && line.State == BatchLineState.Good).OrderBy(line => line.Number).Take(Chunk).ToListAsync(cancellationToken);
        if (lines.Count == 0)
        {
            (batch.State, batch.UpdatedAt) = (BatchState.Done, time.GetStoredNow());
            await db.SaveUnlessChangedAsync(cancellationToken);
            return false;
        }

        using var key = vault.Open(batch.Id, batch.KeyId, batch.WrappedKey)!;
        var number = await db.Achievements.Where(row => row.Id == batch.AchievementId).Select(row => row.PublishedVersion!.Value).SingleAsync(cancellationToken);
        var content = (await catalogue.VersionAsync(db, batch.AchievementId, number, cancellationToken)).Content;
        foreach (var line in lines)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var cells = CheckLines.CellsOf(line, key);
            var proposal = LineProposal.Read(cells, content, batch.Formats.Split(' '), time.GetUtcNow(), []) with { Vouched = batch.Vouched };
            await using var scope = scopes.CreateAsyncScope();
            var decision = await scope.ServiceProvider.GetRequiredService<IssueCredential>().RunAsync(
                proposal, batch.IssuerId, batch.AchievementId, new IdempotencyToken($"batch {KeepBatch.PlaceOf(batch.Id, line.Number)}", []), batch.StartedBy, succession: null, CancellationToken.None);
            Failpoint.Hit("batch-line");
            if (decision.Granted)
            {
                (line.State, line.AwardId, line.Details, line.Learner) = (BatchLineState.Issued, decision.Value.Id, null, null);
            }
            else
            {
                (line.State, line.Problems) = (BatchLineState.Failed, StoredJson.Write(decision.Refusals.Select(refusal => LineProposal.Of(refusal, proposal, cells))));
            }
        }

        // A cancellation in this moment is left to stand, and what was issued is told.
        await db.SaveChangesAsync(CancellationToken.None);
        return true;
    }
}
