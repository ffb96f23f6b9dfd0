using System.Globalization;
using System.Xml;

namespace Promote.Credentials.Server.Batches.Reading.Xlsx;

/// <summary>The first sheet of a spreadsheet, row by row. Formulas are never run: what they came to when the file was saved stands beside them.</summary>
internal sealed class XlsxSheet : IDisposable
{
    private const long MaxLetters = 1024L * 1024 * 1024;
    private const int MaxRows = 1_048_576;
    private const int MaxColumns = 16_384;
    private const int MaxRow = 2 * 1024 * 1024;

    private readonly XlsxPackage package;
    private readonly XmlReader xml;
    private readonly SharedTexts texts;
    private readonly XlsxStyles styles;
    private readonly bool isFrom1904;
    private int rows;

    /// <exception cref="BatchFileException">The file is none.</exception>
    public XlsxSheet(Stream file)
    {
        package = new XlsxPackage(file);
        var (sheet, from1904) = FirstSheet(package);
        isFrom1904 = from1904;
        styles = XlsxStyles.Read(package);
        xml = package.Open(package.Parts.FirstOrDefault(part => part.Id == sheet)?.Target, MaxLetters) ?? throw new BatchFileException("The spreadsheet has no sheet.");
        if (xml.MoveToContent() != XmlNodeType.Element || xml.LocalName != "worksheet")
        {
            throw new BatchFileException("The first sheet of the spreadsheet is none with cells.");
        }

        texts = SharedTexts.Read(package);
    }

    /// <summary>Which row was read last, as the spreadsheet counts it.</summary>
    public int Row { get; private set; }

    /// <summary>Reads the cells of the next row, the empty ones left out; false at the end.</summary>
    public bool Read(List<XlsxCell> cells)
    {
        cells.Clear();
        if (!XlsxPackage.ReadTo(xml, "row"))
        {
            return false;
        }

        if (++rows > MaxRows)
        {
            throw new BatchFileException($"A sheet has at most {MaxRows} rows.");
        }

        Row = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Row + 1;
        if (xml.IsEmptyElement)
        {
            return true;
        }

        var (depth, next, letters) = (xml.Depth, 0, 0);
        while (XlsxPackage.Read(xml) && xml.Depth > depth)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                continue;
            }

            var column = ColumnOf(xml.GetAttribute("r")) ?? next;
            if (column < next || column >= MaxColumns)
            {
                throw new BatchFileException($"Row {Row}: its cells are not in their order.");
            }

            next = column + 1;
            var cell = ReadCell(column);
            if (cell.Text.Length > 0 || cell.Fault is not null)
            {
                cells.Add((letters += cell.Text.Length) <= MaxRow ? cell : throw new BatchFileException($"Row {Row} has more than {MaxRow / 1024 / 1024} MiB."));
            }
        }

        return true;
    }

    public void Dispose()
    {
        xml.Dispose();
        texts.Dispose();
        package.Dispose();
    }

    private XlsxCell ReadCell(int column)
    {
        var (type, style, depth) = (xml.GetAttribute("t"), xml.GetAttribute("s"), xml.Depth);
        string? value = null;
        var isFormula = false;
        var isEmpty = xml.IsEmptyElement;
        while (!isEmpty && XlsxPackage.Read(xml) && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                isFormula |= xml.LocalName == "f";
                value = xml.LocalName is "v" or "is" ? XlsxText.Read(xml, isRich: xml.LocalName == "is") : value;
            }
        }

        var fault = type == "e" ? "is an error of a formula" : isFormula && value is null ? "is a formula that nobody worked out: open the file in a spreadsheet program and save it there" : null;
        return new(column, value is null ? "" : TextOf(type, value, style).Trim(), fault);
    }

    private string TextOf(string? type, string value, string? style) => type switch
    {
        "s" => (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? texts.Find(number) : null) ?? throw new BatchFileException($"Row {Row}: a cell names a text that is not there."),
        "b" => value == "1" ? "true" : "false",
        "d" => value.Length > 10 && value[10] == 'T' ? value[..10] : value,
        null or "n" => XlsxNumbers.Show(value, styles.KindOfStyle(style), isFrom1904),
        _ => value,
    };

    // "BC12" is column 54.
    private static int? ColumnOf(string? place)
    {
        var column = 0;
        foreach (var letter in place ?? "")
        {
            if (letter is < 'A' or > 'Z' || column > MaxColumns)
            {
                break;
            }

            column = (column * 26) + letter - 'A' + 1;
        }

        return column == 0 ? null : column - 1;
    }

    private static (string? Id, bool IsFrom1904) FirstSheet(XlsxPackage package)
    {
        using var xml = package.Open(package.Workbook) ?? throw new BatchFileException("The file is not a spreadsheet (.xlsx): it has no workbook.");
        var isFrom1904 = false;
        while (XlsxPackage.Read(xml))
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
            {
                isFrom1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheet" })
            {
                for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
                {
                    if (xml is { LocalName: "id", Prefix.Length: > 0 })
                    {
                        return (xml.Value, isFrom1904);
                    }
                }
            }
        }

        return (null, isFrom1904);
    }
}
