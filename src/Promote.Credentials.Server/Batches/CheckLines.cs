using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Batches.Reading;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Bulk;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Batches;

/// <summary>Checks lines by the rules that a single award goes through, and for people who are there twice.</summary>
internal sealed class CheckLines(CredentialsDb db, LearnerVault vault, Catalogue catalogue, ProposeLine propose, DecideAward decide, Oneself oneselves, FindTwice findTwice, TimeProvider time) : ICheckLines
{
    /// <summary>The cell of a line that changes an award.</summary>
    internal const string Award = "award";

    private const int Chunk = 200;

    // Among fewer, any way to find a line is quick.
    private const int ManyLines = 5 * Chunk;

    /// <inheritdoc/>
    public async Task<bool> NextAsync(BatchRow batch, CancellationToken cancellationToken)
    {
        var lines = await db.BatchLines.Where(line => line.BatchId == batch.Id && line.State == BatchLineState.Read).OrderBy(line => line.Number).Take(Chunk).ToListAsync(cancellationToken);
        var number = await db.Achievements.Where(row => row.Id == batch.AchievementId).Select(row => row.PublishedVersion!.Value).SingleAsync(cancellationToken);
        var version = await catalogue.VersionAsync(db, batch.AchievementId, number, cancellationToken);
        if (lines.Count == 0)
        {
            return await CheckedBatch.EndAsync(db, batch, MayGoOn(version), time.GetStoredNow(), cancellationToken);
        }

        if (batch is { State: BatchState.Queued, Lines: > ManyLines })
        {
            await PlannerStatistics.LearnLinesAsync(db, cancellationToken);
        }

        using var key = vault.Open(batch.Id, batch.KeyId, batch.WrappedKey)!;
        var issuer = await db.Issuers.AsNoTracking().SingleAsync(row => row.Id == batch.IssuerId, cancellationToken);
        var sender = CheckedBatch.SenderOf(batch, key);
        var good = new List<(BatchLineRow Line, Learner Learner)>();
        var lint = new LintLines(batch, MayGoOn(version));
        foreach (var line in lines)
        {
            var (learner, award) = await CheckAsync(line, batch, issuer, version, key, cancellationToken);
            if (line.State == BatchLineState.Good)
            {
                good.Add((line, learner));
                lint.Begin(line, award);
            }
        }

        await lint.EndAsync();
        good.RemoveAll(one => one.Line.State != BatchLineState.Good);

        // A file is seldom about its sender: all of its lines are asked about at once first.
        if (sender is not null && await oneselves.WhyNotAsync(sender, good.ConvertAll(one => one.Learner), cancellationToken) is { } oneself)
        {
            foreach (var one in good.ToList())
            {
                if (await oneselves.WhyNotAsync(sender, one.Learner, cancellationToken) is not null)
                {
                    CheckedBatch.Refuse(one.Line, LineProblem.Of(oneself.Code, null, oneself.Detail));
                    good.Remove(one);
                }
            }
        }

        foreach (var (line, problem) in await findTwice.RunAsync(batch, good, cancellationToken))
        {
            CheckedBatch.Refuse(line, LineProblem.Of(RefusalCode.WrongState, null, problem));
        }

        batch.Go(BatchState.Validating, time.GetStoredNow());
        return await SaveInBulk.UnlessChangedAsync(db, cancellationToken);
    }

    // What four eyes are asked for is never issued by the word of its sender alone.
    private static bool MayGoOn(AchievementVersion version) => !version.Content.Policy.FourEyes;

    private async Task<(Learner Learner, TriedAward Award)> CheckAsync(BatchLineRow line, BatchRow batch, IssuerRow issuer, AchievementVersion published, LearnerKey key, CancellationToken cancellationToken)
    {
        var cells = CellsOf(line, key);
        var problems = new List<LineProblem>();
        var proposal = await propose.OfAsync(batch, cells, published.Content, problems, cancellationToken);

        if (proposal.Assessment is { } one && await db.Awards.AnyAsync(award => award.AssessmentId == one.Id, cancellationToken))
        {
            problems.Add(LineProblem.Of(RefusalCode.WrongState, BatchColumns.Assessment, "An award followed from this assessment already."));
        }

        // An assessed award is of the version that was assessed.
        var version = proposal.Assessment is { } assessed ? await catalogue.VersionAsync(db, batch.AchievementId, assessed.AchievementVersion, cancellationToken) : published;
        var isKnown = proposal.Assessment is not null || !cells.ContainsKey(BatchColumns.Assessment);
        var award = isKnown ? await decide.TryAsync(proposal, catalogue.Issuer(issuer.Id, issuer.Profile), issuer.KeysRevision, version, isFirst: proposal.Assessment is null, time.GetUtcNow(), cancellationToken) : TriedAward.Refused([]);

        // What could not be read was told already.
        problems.AddRange(award.Refusals.Select(refusal => LineProposal.Of(refusal, proposal, cells)).Where(problem => problems.TrueForAll(other => other.Column != problem.Column)));
        line.State = problems.Count == 0 ? BatchLineState.Good : BatchLineState.Bad;
        line.Problems = problems.Count == 0 ? null : StoredJson.Write(problems);
        return (proposal.Learner, award);
    }

    /// <summary>The cells of a line, opened; none of one whose learner was erased, and of one that changes an award its id.</summary>
    internal static Dictionary<string, string> CellsOf(BatchLineRow line, LearnerKey key) =>
        line.ChangesAwardId is { } award ? new(StringComparer.Ordinal) { [Award] = award }
        : line.Details is null ? [] : StoredJson.Read<Dictionary<string, string>>(key.Decrypt(LearnerKey.Column.BatchLine, KeepBatch.PlaceOf(line.BatchId, line.Number), line.Details));
}
