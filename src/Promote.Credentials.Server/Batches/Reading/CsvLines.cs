using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using Promote.Credentials.Domain.Achievements;

namespace Promote.Credentials.Server.Batches.Reading;

/// <summary>
/// The lines of a CSV file (RFC 4180), one after the other: separated by commas, semicolons or tabs, in UTF-8, or in UTF-16 with a byte
/// order mark. Never more than a line of it is in memory.
/// </summary>
internal static class CsvLines
{
    private const int MaxLine = 2 * 1024 * 1024;

    private static readonly CsvReaderOptions Options = new()
    {
        TrackLineNumbers = true,
        MaxRecordSize = MaxLine,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
    };

    /// <summary>The cells of each line by column; empty ones are left out.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="achievement">What is awarded: its results have columns.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="BatchFileException">The file is not what it should be.</exception>
    public static async IAsyncEnumerable<Dictionary<string, string>> ReadAsync(Stream stream, AchievementContent achievement, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var csv = CsvReader.Create(stream, Options, leaveOpen: true);
        await TakeAsync(async () =>
        {
            await csv.ReadHeaderAsync(cancellationToken);
            return true;
        });
        var columns = BatchColumns.OfHeader(csv.Headers.ToArray(), achievement);
        while (await TakeAsync(async () => await csv.ReadAsync(cancellationToken)))
        {
            var cells = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (index, column) in columns.Index())
            {
                if (!BatchColumns.IsOwn(column) && TextOf(csv, index, column) is { Length: > 0 } text)
                {
                    cells[column] = text;
                }
            }

            yield return cells;
        }
    }

    private static string TextOf(CsvReader csv, int index, string column)
    {
        var text = UnreadableText.Checked(Encoding.UTF8.GetString(csv.GetSpan(index)).Trim(), $"Line {csv.LineNumber}", column);

        // The apostrophe that a report has in front of what a spreadsheet would run.
        return text is ['\'', '=' or '+' or '-' or '@', ..] ? text[1..] : text;
    }

    private static async ValueTask<bool> TakeAsync(Func<ValueTask<bool>> read)
    {
        try
        {
            return await read();
        }
        catch (CsvFormatException broken)
        {
            throw new BatchFileException($"Line {Math.Max(1, broken.LineNumber)}: {broken.Message}");
        }
    }
}
