using System.IO.Compression;
using System.Text;

namespace Promote.Credentials.Fuzz.Seeds;

/// <summary>A spreadsheet of two lines, part by part.</summary>
internal static class XlsxFile
{
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>The parts that are read, and their names.</summary>
    internal static IReadOnlyList<(string Name, string Content)> Parts { get; } =
    [
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", $"""<Relationships><Relationship Id="rId1" Type="{Relationships}/officeDocument" Target="/xl/workbook.xml"/></Relationships>"""),
        ("xl/workbook.xml", $"""<workbook xmlns:r="{Relationships}"><workbookPr date1904="0"/><sheets><sheet name="First" sheetId="7" r:id="rId3"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", $"""<Relationships><Relationship Id="rId3" Type="{Relationships}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId4" Type="{Relationships}/styles" Target="styles.xml"/><Relationship Id="rId5" Type="{Relationships}/sharedStrings" Target="sharedStrings.xml"/></Relationships>"""),
        ("xl/styles.xml", """<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="[$-418]dd\.mm\.yyyy;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="9"/></cellXfs></styleSheet>"""),
        ("xl/sharedStrings.xml", "<sst><si><t>Ana</t></si><si><r><t>Țepeș</t></r><r><t xml:space=\"preserve\"> B</t></r><rPh><t>x</t></rPh></si></sst>"),
        ("xl/worksheets/sheet1.xml", """
            <worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>givenName</t></is></c><c r="B1" t="inlineStr"><is><t>familyName</t></is></c><c r="C1" t="inlineStr"><is><t>awardedOn</t></is></c><c r="D1" t="inlineStr"><is><t>result.points</t></is></c></row>
            <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" s="1"><v>46101</v></c><c r="D2"><v>92.5</v></c></row>
            <row><c t="str"><f>1</f><v>_x0041_na</v></c><c/><c s="2"><v>46102</v></c><c t="e"><v>#N/A</v></c></row></sheetData></worksheet>
            """),
    ];

    internal static byte[] Zip(IEnumerable<(string Name, byte[] Content)> parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        return file.ToArray();
    }

    internal static byte[] Whole() => Zip(Parts.Select(part => (part.Name, Encoding.UTF8.GetBytes(part.Content))));
}
