using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Promote.Credentials.Server.Batches.Reading.Xlsx;

/// <summary>Which styles of cells make a date of a number (ECMA-376 part 1, 18.8.30 and 18.8.31).</summary>
internal sealed partial class XlsxStyles
{
    private const int Max = 70_000;

    private readonly List<NumberKind> kinds = [];

    public static XlsxStyles Read(XlsxPackage package)
    {
        var (styles, formats) = (new XlsxStyles(), new Dictionary<int, NumberKind>());
        using var xml = package.Open(package.Parts.FirstOrDefault(part => part.Type.EndsWith("/styles", StringComparison.Ordinal))?.Target);
        var isOfCells = false;
        while (xml is not null && XlsxPackage.Read(xml))
        {
            if (xml.LocalName == "cellXfs")
            {
                isOfCells = xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "numFmt" } && NumberOf(xml) is { } id && formats.Count < Max)
            {
                formats[id] = KindOf(xml.GetAttribute("formatCode") ?? "");
            }
            else if (isOfCells && xml is { NodeType: XmlNodeType.Element, LocalName: "xf" } && styles.kinds.Count < Max)
            {
                styles.kinds.Add(NumberOf(xml) is { } format ? formats.GetValueOrDefault(format, BuiltIn(format)) : NumberKind.Plain);
            }
        }

        return styles;
    }

    /// <summary>What a number in a cell of this style is.</summary>
    public NumberKind KindOfStyle(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < kinds.Count ? kinds[index] : NumberKind.Plain;

    private static int? NumberOf(XmlReader xml) => int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    // 27 to 36 and 50 to 58 are dates of East Asian editions.
    private static NumberKind BuiltIn(int format) => format switch
    {
        9 or 10 => NumberKind.Percent,
        (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 58) => NumberKind.Date,
        _ => NumberKind.Plain,
    };

    private static NumberKind KindOf(string format)
    {
        var letters = NotLetters.Replace(format.Length > 255 ? "" : format, "").ToLowerInvariant();
        var hasTime = letters.AsSpan().ContainsAny('h', 's');
        return letters.AsSpan().ContainsAny('y', 'd') || (letters.Contains('m', StringComparison.Ordinal) && !hasTime) ? NumberKind.Date
            : letters.Contains('%', StringComparison.Ordinal) ? NumberKind.Percent
            : NumberKind.Plain;
    }

    // Quoted texts, single letters after a backslash, an underscore or an asterisk, colours and languages; General is no format of a date.
    [GeneratedRegex("\"[^\"]*\"|[\\\\_*].|\\[[^\\]]*\\]|General", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotLetters { get; }
}
