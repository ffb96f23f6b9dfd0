using System.Runtime.CompilerServices;
using System.Text;
using System.Xml;
using Promote.Credentials.Domain.Achievements;

namespace Promote.Credentials.Server.Batches.Reading.Xlsx;

/// <summary>
/// The lines of the first sheet of a spreadsheet (ECMA-376), below its first row that is not empty. A ZIP file is read from its end, so it is
/// kept in a file for as long as that takes; never more than a row of it is in memory.
/// </summary>
internal static class XlsxLines
{
    /// <summary>What a spreadsheet is called among media types.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const long MaxBytes = 128 * 1024 * 1024;

    /// <inheritdoc cref="CsvLines.ReadAsync"/>
    public static async IAsyncEnumerable<Dictionary<string, string>> ReadAsync(Stream stream, AchievementContent achievement, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = await UnlinkedFile.TakeAsync(stream, MaxBytes, cancellationToken);
        foreach (var cells in Read(file, achievement))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return cells;
        }
    }

    /// <summary>The same of a file that can be read from its end.</summary>
    public static IEnumerable<Dictionary<string, string>> Read(Stream file, AchievementContent achievement)
    {
        using var sheet = Take(() => new XlsxSheet(file));
        var row = new List<XlsxCell>();
        Dictionary<int, string>? columns = null;
        while (Take(() => sheet.Read(row)))
        {
            if (row.Count == 0)
            {
                continue;
            }

            if (columns is null)
            {
                columns = ColumnsOf(row, achievement);
            }
            else
            {
                yield return CellsOf(row, columns, sheet.Row);
            }
        }

        if (columns is null)
        {
            throw new BatchFileException("The first sheet of the spreadsheet is empty.");
        }
    }

    private static Dictionary<int, string> ColumnsOf(List<XlsxCell> header, AchievementContent achievement) =>
        header.Zip(BatchColumns.OfHeader(header.Select(cell => cell.Text), achievement)).ToDictionary(column => column.First.Column, column => column.Second);

    private static Dictionary<string, string> CellsOf(List<XlsxCell> row, Dictionary<int, string> columns, int number)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var cell in row)
        {
            if (!columns.TryGetValue(cell.Column, out var column))
            {
                throw new BatchFileException($"Row {number} has a cell below no name of a column.");
            }

            if (!BatchColumns.IsOwn(column))
            {
                cells[column] = cell.Fault is null ? UnreadableText.Checked(cell.Text, $"Row {number}", column) : throw new BatchFileException($"Row {number}: {column} {cell.Fault}.");
            }
        }

        return cells;
    }

    private static T Take<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException or DecoderFallbackException or EndOfStreamException or NotSupportedException or ArgumentException)
        {
            // Their own words may repeat a part of the file.
            throw new BatchFileException("The file is not a spreadsheet (.xlsx) that can be read: open it in a spreadsheet program and save it anew.");
        }
    }
}
