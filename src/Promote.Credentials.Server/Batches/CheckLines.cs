using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Formats;
using Promote.Credentials.Server.Batches.Reading;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Batches;

/// <summary>Checks lines by the rules that a single award goes through, and for people who are there twice.</summary>
internal sealed class CheckLines(CredentialsDb db, LearnerVault vault, Catalogue catalogue, Oneself oneselves, TimeProvider time)
{
    private const int Chunk = 200;

    /// <summary>Checks the next lines; when all are checked, the batch goes on to its next state.</summary>
    /// <returns>Whether there is more to do for the batch.</returns>
    public async Task<bool> NextAsync(BatchRow batch, CancellationToken cancellationToken)
    {
        var lines = await db.BatchLines.Where(line => line.BatchId == batch.Id && line.State == BatchLineState.Read).OrderBy(line => line.Number).Take(Chunk).ToListAsync(cancellationToken);
        if (lines.Count == 0)
        {
            var hasBad = await db.BatchLines.AnyAsync(line => line.BatchId == batch.Id && line.State == BatchLineState.Bad, cancellationToken);
            batch.State = batch.DryRun ? BatchState.Done : batch.Confirm && !hasBad ? BatchState.Running : BatchState.AwaitingConfirmation;
            batch.UpdatedAt = time.GetStoredNow();
            return await db.SaveUnlessChangedAsync(cancellationToken) && batch.State == BatchState.Running;
        }

        using var key = vault.Open(batch.Id, batch.KeyId, batch.WrappedKey)!;
        var issuer = StoredJson.Read<Issuer>(await db.Issuers.Where(row => row.Id == batch.IssuerId).Select(row => row.Profile).SingleAsync(cancellationToken));
        var number = await db.Achievements.Where(row => row.Id == batch.AchievementId).Select(row => row.PublishedVersion!.Value).SingleAsync(cancellationToken);
        var version = await catalogue.VersionAsync(db, batch.AchievementId, number, cancellationToken);
        var sender = SenderOf(batch, key);
        foreach (var line in lines)
        {
            var learner = Check(line, batch, issuer, version, key);
            if (sender is not null && line.State == BatchLineState.Good && await oneselves.WhyNotAsync(sender, learner, cancellationToken) is { } oneself)
            {
                Refuse(line, LineProblem.Of(oneself.Code, null, oneself.Detail));
            }
        }

        await FindTwiceAsync(batch, lines, cancellationToken);
        (batch.State, batch.UpdatedAt) = (BatchState.Validating, time.GetStoredNow());
        return await db.SaveUnlessChangedAsync(cancellationToken);
    }

    private Learner Check(BatchLineRow line, BatchRow batch, Issuer issuer, AchievementVersion version, LearnerKey key)
    {
        var cells = CellsOf(line, key);
        var problems = new List<LineProblem>();
        var proposal = LineProposal.Read(cells, version.Content, batch.Formats.Split(' '), time.GetUtcNow(), problems) with { Vouched = batch.Vouched };
        var decision = Award.Decide(proposal, issuer, version, FormatList.Names, time.GetUtcNow());

        // What could not be read was told already.
        problems.AddRange(decision.Refusals.Select(refusal => LineProposal.Of(refusal, proposal, cells)).Where(problem => problems.TrueForAll(other => other.Column != problem.Column)));
        line.State = problems.Count == 0 ? BatchLineState.Good : BatchLineState.Bad;
        line.Problems = problems.Count == 0 ? null : StoredJson.Write(problems);
        return proposal.Learner;
    }

    private static void Refuse(BatchLineRow line, LineProblem problem) => (line.State, line.Problems) = (BatchLineState.Bad, StoredJson.Write(new[] { problem }));

    // Only who somebody is counts here, not what they may do.
    private static Client? SenderOf(BatchRow batch, LearnerKey key) =>
        batch.Sender is null || StoredJson.Read<BatchSender>(key.Decrypt(LearnerKey.Column.BatchSender, batch.Id, batch.Sender)) is not { } sender
            ? null
            : new(batch.StartedBy, batch.IssuerId, [], sender.Email) { Identifiers = sender.Identifiers };

    private async Task FindTwiceAsync(BatchRow batch, List<BatchLineRow> lines, CancellationToken cancellationToken)
    {
        var learners = lines.Where(line => line.State == BatchLineState.Good).Select(line => line.Learner).OfType<byte[]>().ToList();
        var before = await db.BatchLines.Where(line => line.BatchId == batch.Id && line.State == BatchLineState.Good && line.Learner != null && learners.Contains(line.Learner)).Select(line => line.Learner!).ToListAsync(cancellationToken);
        var awarded = await (
            from award in db.Awards
            join learner in db.Learners on award.LearnerId equals learner.Id
            where award.AchievementId == batch.AchievementId && award.RevokedAt == null && learner.Lookup != null && learners.Contains(learner.Lookup)
            select learner.Lookup).ToListAsync(cancellationToken);
        var seen = before.Select(Convert.ToHexString).ToHashSet(StringComparer.Ordinal);
        var holders = awarded.Select(Convert.ToHexString).ToHashSet(StringComparer.Ordinal);
        foreach (var line in lines.Where(line => line.State == BatchLineState.Good))
        {
            var learner = Convert.ToHexString(line.Learner!);
            var problem = holders.Contains(learner) ? "Somebody with this address or identifier has a valid award of this achievement already."
                : !seen.Add(learner) ? "Somebody with this address or identifier stands in the file before."
                : null;
            if (problem is not null)
            {
                Refuse(line, LineProblem.Of(RefusalCode.WrongState, null, problem));
            }
        }
    }

    /// <summary>The cells of a line, opened; none of one whose learner was erased.</summary>
    internal static Dictionary<string, string> CellsOf(BatchLineRow line, LearnerKey key) =>
        line.Details is null ? [] : StoredJson.Read<Dictionary<string, string>>(key.Decrypt(LearnerKey.Column.BatchLine, KeepBatch.PlaceOf(line.BatchId, line.Number), line.Details));
}
