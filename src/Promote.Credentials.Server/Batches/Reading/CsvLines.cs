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

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

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
        var columns = ColumnsOf([.. csv.Headers], achievement);
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

    private static List<string> ColumnsOf(string[] header, AchievementContent achievement)
    {
        var columns = new List<string>();
        foreach (var name in header)
        {
            var column = BatchColumns.Find(name, achievement) ?? throw new BatchFileException($"There is no column \"{Shown(name)}\". Columns are {string.Join(", ", BatchColumns.Fixed)}, result.<id>, evidence.<n>.name, .url and .narrative; what begins with x- is not read.");
            columns.Add(columns.Contains(column) ? throw new BatchFileException($"The column {column} stands in the header twice.") : column);
        }

        return columns;
    }

    private static string TextOf(CsvReader csv, int index, string column)
    {
        try
        {
            var text = Utf8.GetString(csv.GetSpan(index)).Trim();

            // The apostrophe that a report has in front of what a spreadsheet would run.
            return text is ['\'', '=' or '+' or '-' or '@', ..] ? text[1..] : text;
        }
        catch (DecoderFallbackException)
        {
            throw new BatchFileException($"Line {csv.LineNumber}: {column} is not UTF-8: \"{Shown(Encoding.UTF8.GetString(csv.GetSpan(index)))}\". Save the file as CSV UTF-8, or say what it is, such as Content-Type: text/csv; charset=windows-1250.");
        }
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
        catch (DecoderFallbackException)
        {
            throw new BatchFileException("The file has bytes that are no letters in the charset that was said.");
        }
    }

    // A header may be anything: enough of it to be found again.
    private static string Shown(string name) => new([.. name.Trim().Where(letter => !char.IsControl(letter)).Take(40)]);
}
