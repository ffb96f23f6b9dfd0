using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Batches;

/// <summary>A batch as the API shows it. Nothing in it is about a person.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">Where it is in its life.</param>
/// <param name="Achievement">Id of what is awarded.</param>
/// <param name="Formats">The formats to issue.</param>
/// <param name="DryRun">Whether it is checked and nothing else.</param>
/// <param name="Counts">How many lines are where.</param>
/// <param name="Links">Where it is seen.</param>
/// <param name="CreatedAt">When it was sent.</param>
/// <param name="UpdatedAt">When something became of it last.</param>
internal sealed record BatchAnswer(
    string Id, BatchState State, string Achievement, IReadOnlyList<string> Formats, bool DryRun, BatchAnswer.LineCounts Counts, BatchAnswer.BatchLinks Links, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static async Task<BatchAnswer> OfAsync(CredentialsDb db, BatchRow row, CancellationToken cancellationToken) => (await OfAsync(db, [row], cancellationToken))[0];

    /// <summary>Several batches, with one look at their lines.</summary>
    public static async Task<IReadOnlyList<BatchAnswer>> OfAsync(CredentialsDb db, IReadOnlyList<BatchRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => row.Id).ToList();
        var counts = await db.BatchLines.AsNoTracking().Where(line => ids.Contains(line.BatchId)).GroupBy(line => new { line.BatchId, line.State }).Select(lines => new { lines.Key, Count = lines.Count() })
            .ToDictionaryAsync(lines => (lines.Key.BatchId, lines.Key.State), lines => lines.Count, cancellationToken);
        return [.. rows.Select(row => Of(row, state => counts.GetValueOrDefault((row.Id, state))))];
    }

    private static BatchAnswer Of(BatchRow row, Func<BatchLineState, int> count)
    {
        // What is issued or failed was good before.
        var (issued, failed, address) = (count(BatchLineState.Issued), count(BatchLineState.Failed), $"/api/v1/batches/{row.Id}");
        return new(
            row.Id, row.State, row.AchievementId, row.Formats.Split(' '), row.DryRun, new(row.Lines, count(BatchLineState.Good) + issued + failed, count(BatchLineState.Bad), issued, failed),
            new(address, $"{address}/rows"), row.CreatedAt, row.UpdatedAt);
    }

    /// <summary>How many lines are where.</summary>
    /// <param name="Rows">All of them.</param>
    /// <param name="Good">Those that nothing stands against, issued or not.</param>
    /// <param name="Bad">Those that something stands against.</param>
    /// <param name="Issued">Those that became an award.</param>
    /// <param name="Failed">Those that were good, and were refused when they were to be issued.</param>
    internal sealed record LineCounts(int Rows, int Good, int Bad, int Issued, int Failed);

    /// <summary>Where a batch is seen.</summary>
    /// <param name="Self">The batch.</param>
    /// <param name="Rows">What became of its lines.</param>
    internal sealed record BatchLinks(string Self, string Rows);
}
