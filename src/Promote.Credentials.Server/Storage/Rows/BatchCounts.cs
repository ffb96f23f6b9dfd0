using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>How many lines of a batch are where.</summary>
/// <param name="Rows">All of them.</param>
/// <param name="Good">Those that nothing stands against, issued or not.</param>
/// <param name="Bad">Those that something stands against.</param>
/// <param name="Issued">Those that became an award.</param>
/// <param name="Failed">Those that were good, and were refused when they were to be issued.</param>
internal sealed record BatchCounts(int Rows, int Good, int Bad, int Issued, int Failed)
{
    /// <summary>Of several batches, with one look at an index. Nobody counts the lines of a batch that is done: its row has their number.</summary>
    public static async Task<IReadOnlyDictionary<string, BatchCounts>> OfAsync(CredentialsDb db, IReadOnlyList<BatchRow> batches, CancellationToken cancellationToken)
    {
        var ids = batches.Where(row => row.Counted is null).Select(row => row.Id).ToList();
        var counts = ids.Count == 0 ? [] : await db.BatchLines.AsNoTracking().Where(line => ids.Contains(line.BatchId)).GroupBy(line => new { line.BatchId, line.State }).Select(lines => new { lines.Key, Count = lines.Count() })
            .ToDictionaryAsync(lines => (lines.Key.BatchId, lines.Key.State), lines => lines.Count, cancellationToken);
        return batches.ToDictionary(row => row.Id, row => row.Counted is { } counted ? StoredJson.Read<BatchCounts>(counted) : Of(row, state => counts.GetValueOrDefault((row.Id, state))), StringComparer.Ordinal);
    }

    // What is promised, issued or failed was good before.
    private static BatchCounts Of(BatchRow row, Func<BatchLineState, int> count)
    {
        var (issued, failed) = (count(BatchLineState.Issued), count(BatchLineState.Failed));
        return new(row.Lines, count(BatchLineState.Good) + count(BatchLineState.Promised) + issued + failed, count(BatchLineState.Bad), issued, failed);
    }
}
