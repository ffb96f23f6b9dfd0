using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Promote.Credentials.Server.Batches.Reading.Xlsx;

/// <summary>Texts of a spreadsheet: plain, or of several runs (ECMA-376 part 1, 18.4.8 and 22.9.2.19).</summary>
internal static partial class XlsxText
{
    /// <summary>Most letters of a cell.</summary>
    public const int MaxLetters = 1024 * 1024;

    /// <summary>The text of the element that the reader is at, which is at its end afterwards.</summary>
    /// <param name="xml">The reader.</param>
    /// <param name="isRich">Whether texts stand in elements called t. What says how to pronounce them is none.</param>
    public static string Read(XmlReader xml, bool isRich)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var (text, depth, isText) = (new StringBuilder(), xml.Depth, !isRich);
        int? spoken = null;
        while (XlsxPackage.Read(xml) && xml.Depth > depth)
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when isRich:
                    spoken ??= xml.LocalName == "rPh" && !xml.IsEmptyElement ? xml.Depth : null;
                    isText = xml is { LocalName: "t", IsEmptyElement: false } && spoken is null;
                    break;
                case XmlNodeType.EndElement when isRich:
                    (spoken, isText) = (spoken == xml.Depth ? null : spoken, false);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    Append(xml, isText ? text : null);
                    break;
                default:
                    break;
            }
        }

        return Escaped.Replace(text.ToString(), match => ((char)int.Parse(match.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
    }

    private static void Append(XmlReader xml, StringBuilder? text)
    {
        var buffer = new char[4096];
        for (int length; (length = xml.ReadValueChunk(buffer, 0, buffer.Length)) > 0;)
        {
            text?.Append(buffer, 0, length);
            if (text?.Length > MaxLetters)
            {
                throw new BatchFileException("A cell of the spreadsheet has more than 1 MiB.");
            }
        }
    }

    // Letters that XML cannot hold.
    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped { get; }
}
