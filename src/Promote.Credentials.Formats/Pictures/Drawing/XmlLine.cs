using System.Text;
using System.Xml;

namespace Promote.Credentials.Formats.Pictures.Drawing;

/// <summary>A text as one line of characters that XML has (XML §2.2).</summary>
internal static class XmlLine
{
    internal static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isText = !Rune.IsControl(rune) && (rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value));
            clean.Append(isText ? rune.ToString() : " ");
        }

        return clean.ToString().Trim();
    }
}
