using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Bulk;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Batches.Changing;

/// <summary>Checks lines that change awards by the rules that a single change goes through.</summary>
internal sealed class CheckChanges(CredentialsDb db, LearnerVault vault, Catalogue catalogue, ProposeReplacements replacements, DecideAward decide, Oneself oneselves, TimeProvider time) : ICheckLines
{
    private const int Chunk = 500;

    /// <inheritdoc/>
    public async Task<bool> NextAsync(BatchRow batch, CancellationToken cancellationToken)
    {
        var lines = await db.BatchLines.Where(line => line.BatchId == batch.Id && line.State == BatchLineState.Read).OrderBy(line => line.Number).Take(Chunk).ToListAsync(cancellationToken);
        var now = time.GetStoredNow();
        if (lines.Count == 0)
        {
            return await CheckedBatch.EndAsync(db, batch, mayGoOn: true, now, cancellationToken);
        }

        using var key = vault.Open(batch.Id, batch.KeyId, batch.WrappedKey)!;
        var learners = await CheckAsync(batch, lines, BatchChange.Of(batch, key), cancellationToken);
        if (CheckedBatch.SenderOf(batch, key) is { } sender && await oneselves.WhyNotAsync(sender, [.. learners.Values.Distinct()], cancellationToken) is { } oneself)
        {
            // Seldom: only then each is asked about by itself.
            foreach (var line in lines.Where(line => line.State == BatchLineState.Good))
            {
                if (await oneselves.WhyNotAsync(sender, learners[line.Number], cancellationToken) is not null)
                {
                    CheckedBatch.Refuse(line, LineProblem.Of(oneself.Code, null, oneself.Detail));
                }
            }
        }

        batch.Go(BatchState.Validating, now);
        return await SaveInBulk.UnlessChangedAsync(db, cancellationToken);
    }

    // Answers the learner of each line by its number.
    private async Task<Dictionary<int, string>> CheckAsync(BatchRow batch, List<BatchLineRow> lines, BatchChange change, CancellationToken cancellationToken)
    {
        var issuer = await db.Issuers.AsNoTracking().SingleAsync(row => row.Id == batch.IssuerId, cancellationToken);
        var ids = lines.ConvertAll(line => line.ChangesAwardId);
        var replaced = batch.Action != AwardAction.Replace ? [] : (await db.Awards.Where(row => ids.Contains(row.ReplacesAwardId)).Select(row => row.ReplacesAwardId!).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var learners = new Dictionary<int, string>(lines.Count);
        var lint = new LintLines(batch, mayGoOn: true);
        foreach (var (line, old, proposal) in await replacements.OfAsync(lines, change, cancellationToken))
        {
            learners[line.Number] = old.LearnerId;
            var award = batch.Action != AwardAction.Replace ? TriedAward.Refused(WhyNot(batch, old))
                : Succession.WhyNotReplaced(old, replaced.Contains(old.Id)) is { } notReplaced ? TriedAward.Refused([notReplaced])
                : proposal is null ? TriedAward.Refused([Erased])
                : await decide.TryAsync(proposal, catalogue.Issuer(issuer.Id, issuer.Profile), issuer.KeysRevision, await catalogue.VersionAsync(db, old.AchievementId, old.AchievementVersion, cancellationToken), isFirst: false, time.GetUtcNow(), cancellationToken);
            var refusals = award.Refusals;
            line.State = refusals.Count == 0 ? BatchLineState.Good : BatchLineState.Bad;
            line.Problems = refusals.Count == 0 ? null : StoredJson.Write(refusals.Select(refusal => LineProblem.Of(refusal.Code, null, refusal.Detail)));
            if (refusals.Count == 0)
            {
                lint.Begin(line, award);
            }
        }

        await lint.EndAsync();
        return learners;
    }

    private static IReadOnlyList<Refusal> WhyNot(BatchRow batch, AwardRow award) => AwardStep.Of(batch.Action, award, batch.Reason!) switch
    {
        { Refusal: { } refusal } => [refusal],
        { Apply: null } => [new(RefusalCode.WrongState, "", "Somebody else did it already.")],
        _ => [],
    };

    /// <summary>Nobody is left to award anything to.</summary>
    internal static Refusal Erased => new(RefusalCode.WrongState, "", "The learner was erased: nothing is left to be replaced.");
}
