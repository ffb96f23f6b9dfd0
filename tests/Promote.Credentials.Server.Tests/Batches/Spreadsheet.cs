using System.IO.Compression;
using System.Text;

namespace Promote.Credentials.Server.Tests.Batches;

/// <summary>An XLSX file as spreadsheet programs write it, and as somebody hostile does.</summary>
internal static class Spreadsheet
{
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static string Workbook(string properties = "") =>
        $"""<workbook xmlns:r="{Relationships}">{properties}<sheets><sheet name="First" sheetId="7" r:id="rId3"/><sheet name="Second" sheetId="1" r:id="rId1"/></sheets></workbook>""";

    /// <summary>Style 1 is a day, 2 a day of the user's own, 3 a percentage, 4 the time.</summary>
    public const string Styles = """
        <styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="[$-418]dd\.mm\.yyyy;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="20"/></cellXfs></styleSheet>
        """;

    public static byte[] Of(string rows, string? texts = null, string properties = "") => Zip(PartsOf($"<worksheet><sheetData>{rows}</sheetData></worksheet>", texts, properties));

    /// <summary>The parts of a file with this first sheet.</summary>
    public static Dictionary<string, string> PartsOf(string sheet, string? texts = null, string properties = "") => new()
    {
        ["[Content_Types].xml"] = "<Types/>",
        ["_rels/.rels"] = $"""<Relationships><Relationship Id="rId1" Type="{Relationships}/officeDocument" Target="/xl/workbook.xml"/></Relationships>""",
        ["xl/workbook.xml"] = Workbook(properties),
        ["xl/_rels/workbook.xml.rels"] = $"""
            <Relationships><Relationship Id="rId1" Type="{Relationships}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="{Relationships}/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="rId4" Type="{Relationships}/styles" Target="styles.xml"/><Relationship Id="rId5" Type="{Relationships}/sharedStrings" Target="sharedStrings.xml"/></Relationships>
            """,
        ["xl/styles.xml"] = Styles,
        ["xl/sharedStrings.xml"] = texts is null ? "<sst/>" : $"<sst>{texts}</sst>",
        ["xl/worksheets/sheet1.xml"] = sheet,
        ["xl/worksheets/sheet2.xml"] = "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>another sheet</t></is></c></row></sheetData></worksheet>",
    };

    public static byte[] Zip(IEnumerable<KeyValuePair<string, string>> parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }

    /// <summary>A row of texts.</summary>
    public static string Row(params string[] cells) => $"<row>{string.Concat(cells.Select(cell => $"<c t=\"inlineStr\"><is><t>{System.Security.SecurityElement.Escape(cell)}</t></is></c>"))}</row>";
}
