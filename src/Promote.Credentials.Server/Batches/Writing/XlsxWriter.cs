using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Promote.Credentials.Server.Batches.Writing;

/// <summary>
/// Writes a spreadsheet of one sheet (ECMA-376) while it goes out: never more than some rows are in memory. Every cell is a text that stands in
/// its place, so a spreadsheet program runs none of them as a formula. Cells are formatted as text too, so that it does not make a number of
/// an identifier that somebody types; those of columns of days are not.
/// </summary>
internal sealed partial class XlsxWriter : IAsyncDisposable
{
    private const int Flush = 32 * 1024;
    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006";
    private const string Sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string TypePrefix = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private static readonly (string Name, string Content)[] Parts =
    [
        ("[Content_Types].xml", $"""{Head}<Types xmlns="{Packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{TypePrefix}sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TypePrefix}worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{TypePrefix}styles+xml"/></Types>"""),
        ("_rels/.rels", $"""{Head}<Relationships xmlns="{Packages}/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/workbook.xml", $"""{Head}<workbook xmlns="{Sheets}" xmlns:r="{Office}"><sheets><sheet name="batch" sheetId="1" r:id="rId1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", $"""{Head}<Relationships xmlns="{Packages}/relationships"><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Office}/styles" Target="styles.xml"/></Relationships>"""),
        ("xl/styles.xml", $"""{Head}<styleSheet xmlns="{Sheets}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" xfId="0"/><xf numFmtId="49" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>"""),
    ];

    private readonly ZipArchive zip;
    private readonly Stream sheet;
    private readonly StringBuilder rows = new();

    private XlsxWriter(ZipArchive zip, Stream sheet) => (this.zip, this.sheet) = (zip, sheet);

    /// <summary>Begins with a header.</summary>
    /// <param name="output">Takes the file; stays open.</param>
    /// <param name="columns">The names of the columns.</param>
    /// <param name="days">Which of them hold days.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static async Task<XlsxWriter> BeginAsync(Stream output, IReadOnlyList<string> columns, IReadOnlySet<string> days, CancellationToken cancellationToken)
    {
        var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, content) in Parts)
        {
            await using var part = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellationToken);
            await part.WriteAsync(Encoding.UTF8.GetBytes(content), cancellationToken);
        }

        var writer = new XlsxWriter(zip, await zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).OpenAsync(cancellationToken));
        writer.rows.Append(Head).Append(CultureInfo.InvariantCulture, $"<worksheet xmlns=\"{Sheets}\"><cols>");
        foreach (var (index, column) in columns.Index())
        {
            writer.rows.Append(CultureInfo.InvariantCulture, $"<col min=\"{index + 1}\" max=\"{index + 1}\" width=\"18\" style=\"{(days.Contains(column) ? 0 : 1)}\"/>");
        }

        writer.rows.Append("</cols><sheetData>");
        await writer.WriteAsync(columns, cancellationToken);
        return writer;
    }

    /// <summary>Writes a row.</summary>
    public async ValueTask WriteAsync(IEnumerable<string> cells, CancellationToken cancellationToken)
    {
        rows.Append("<row>");
        foreach (var cell in cells)
        {
            rows.Append(cell.Length == 0 ? "<c/>" : $"<c s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{Escape(cell)}</t></is></c>");
        }

        rows.Append("</row>");
        if (rows.Length > Flush)
        {
            await FlushAsync(cancellationToken);
        }
    }

    /// <summary>Ends the file.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        rows.Append("</sheetData></worksheet>");
        await FlushAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await sheet.DisposeAsync();
        await zip.DisposeAsync();
    }

    private async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await sheet.WriteAsync(Encoding.UTF8.GetBytes(rows.ToString()), cancellationToken);
        rows.Clear();
    }

    // ECMA-376 part 1, 22.9.2.19: what XML cannot hold stands as _xHHHH_, and so does the underscore of a text that looks like one.
    private static string Escape(string text) => Special.Replace(text, match => match.Value switch
    {
        "&" => "&amp;",
        "<" => "&lt;",
        ">" => "&gt;",
        var one => string.Create(CultureInfo.InvariantCulture, $"_x{(int)one[0]:X4}_"),
    });

    [GeneratedRegex("[&<>\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant)]
    private static partial Regex Special { get; }
}
