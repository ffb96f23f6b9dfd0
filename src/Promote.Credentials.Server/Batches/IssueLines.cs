using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Formats;
using Promote.Credentials.Server.Batches.Changing;
using Promote.Credentials.Server.Batches.Reading;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Batches;

/// <summary>
/// Issues what good lines ask for, many at a time, by the one issuing act: new awards, or awards in the place of older ones. A line is taken, and becomes an
/// award, in one commit: from it follows one award, however many work on the batch and whenever one of them dies.
/// </summary>
internal sealed class IssueLines(CredentialsDb db, ClaimedLines claimed, IssueCredential issue, LearnerVault vault, Catalogue catalogue, ProposeLine propose, ProposeReplacements replacements) : IWorkOnLines
{
    // A certificate is drawn and sealed in the time of many badges: no hand shall wait long for the last one.
    private const int DrawnChunk = 20;

    /// <summary>How many lines are issued with two commits.</summary>
    public int Chunk => 100;

    /// <inheritdoc/>
    public IReadOnlyList<int> Taken { get; private set; } = [];

    /// <inheritdoc/>
    public async Task<WorkedLines> NextAsync(string batchId, int after, int size, CancellationToken cancellationToken)
    {
        await using var claim = db.Database.IsSqlite() ? null : await db.Database.BeginTransactionAsync(cancellationToken);
        var batch = await db.Batches.AsNoTracking().SingleAsync(row => row.Id == batchId, cancellationToken);
        var isDrawn = batch.Formats.Split(' ').Contains(FormatList.Europass);
        var lines = await claimed.TakeAsync(batch, after, isDrawn ? Math.Min(size, DrawnChunk) : size, cancellationToken);
        if (lines.Count == 0)
        {
            return WorkedLines.None;
        }

        Taken = lines.ConvertAll(line => line.Number);
        using var key = vault.Open(batch.Id, batch.KeyId, batch.WrappedKey)!;
        var asked = batch.Action == AwardAction.Replace ? await ReplacementsAsync(batch, lines, key, cancellationToken) : await ProposedAsync(batch, lines, key, cancellationToken);
        var decisions = await issue.RunAsync(asked.ConvertAll(one => one.Request), batch.IssuerId, batch.AchievementId, batch.StartedBy, cancellationToken);
        if (decisions.Any(decision => !decision.Granted && decision.Refusals[0].Code is RefusalCode.Unavailable or RefusalCode.RestoredDatabase))
        {
            // It says nothing about the lines: they wait.
            return WorkedLines.NotNow;
        }

        foreach (var (one, decision) in asked.Zip(decisions).Where(one => !one.Second.Granted))
        {
            var line = one.Request.Line!;
            db.BatchLines.Attach(line);
            Fail(line, decision.Refusals.Select(refusal => one.Cells is null ? LineProblem.Of(refusal.Code, null, refusal.Detail) : LineProposal.Of(refusal, one.Request.Proposal, one.Cells)));
        }

        await db.SaveChangesAsync(CancellationToken.None);
        if (db.Database.CurrentTransaction is { } nothingPromised)
        {
            await nothingPromised.CommitAsync(CancellationToken.None);
        }

        return WorkedLines.Some;
    }

    private async Task<List<(AskedAward Request, Dictionary<string, string>? Cells)>> ProposedAsync(BatchRow batch, List<BatchLineRow> lines, LearnerKey key, CancellationToken cancellationToken)
    {
        var number = await db.Achievements.Where(row => row.Id == batch.AchievementId).Select(row => row.PublishedVersion!.Value).SingleAsync(cancellationToken);
        var content = (await catalogue.VersionAsync(db, batch.AchievementId, number, cancellationToken)).Content;
        var asked = new List<(AskedAward, Dictionary<string, string>?)>(lines.Count);
        foreach (var line in lines)
        {
            var (cells, problems) = (CheckLines.CellsOf(line, key), new List<LineProblem>());
            var proposal = await propose.OfAsync(batch, cells, content, problems, cancellationToken);
            if (problems.Count > 0)
            {
                Fail(line, problems);
                continue;
            }

            asked.Add((new AskedAward(proposal, Line: line), cells));
        }

        return asked;
    }

    private async Task<List<(AskedAward Request, Dictionary<string, string>? Cells)>> ReplacementsAsync(BatchRow batch, List<BatchLineRow> lines, LearnerKey key, CancellationToken cancellationToken)
    {
        var asked = new List<(AskedAward, Dictionary<string, string>?)>(lines.Count);
        foreach (var (line, old, proposal) in await replacements.OfAsync(lines, BatchChange.Of(batch, key), cancellationToken))
        {
            if (proposal is null)
            {
                Fail(line, [LineProblem.Of(CheckChanges.Erased.Code, null, CheckChanges.Erased.Detail)]);
                continue;
            }

            asked.Add((new AskedAward(proposal, Succession: new(SuccessionKind.Replacement, old.Id, old.AchievementVersion, batch.Reason), Line: line), null));
        }

        return asked;
    }

    private static void Fail(BatchLineRow line, IEnumerable<LineProblem> problems) => (line.State, line.Problems) = (BatchLineState.Failed, StoredJson.Write(problems));
}
