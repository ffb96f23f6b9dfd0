using System.Text;

namespace Promote.Credentials.Fuzz.Mutations;

/// <summary>XML by its look: its parts are tags, texts between them, attributes and quoted values.</summary>
internal sealed class XmlSyntax(params IReadOnlyList<string> words) : Syntax
{
    private static readonly string[] Words =
    [
        "<g>", "</g>", "<g/>", "<!---->", "<!-- ", "-->", "<![CDATA[", "]]>", "<?x y?>", "<?xml version=\"1.1\"?>", "<!DOCTYPE svg>", "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaa'>]>",
        "&a;", "&amp;", "&#0;", "&#x10FFFF;", "&#xD800;", "&lt;", "xmlns=\"\"", "xmlns:a=\"b\"", "id=\"a\"", "href=\"#a\"", "xlink:href=\"#a\"", "\"url(#a)\"", "\"\"", "''", "<a:b xmlns:a=\"c\"/>", "\uFEFF", "\uFFFE",
        "<use href=\"#a\"/>", "<style>@import url(x)</style>", "<script/>", "<foreignObject/>", "<image href=\"data:image/png;base64,AA==\"/>", "\"1e308\"", "\"-1\"", "\"NaN\"", "\"0 0 1e99 1e99\"", " onload=\"x\"",
    ];

    protected override IReadOnlyList<Part> Parts(byte[] document)
    {
        List<Part> parts = [];
        var text = 0;
        for (var at = 0; at < document.Length; at++)
        {
            if (document[at] == '<' && document.AsSpan(at).IndexOf((byte)'>') is > 0 and var length)
            {
                Add(parts, text, at);
                parts.Add(new Part(at, at + length + 1));
                AddAttributes(parts, document, new Part(at, at + length));
                text = at + length + 1;
                at += length;
            }
        }

        return parts;
    }

    protected override byte[] Word(byte[] replaced, Dice dice) => dice.Below(10) switch
    {
        0 => Nested(dice),
        1 => [.. Enumerable.Repeat(replaced, 1 << dice.Below(13)).SelectMany(bytes => bytes)],
        2 => [.. "<g>"u8, .. replaced, .. "</g>"u8],
        3 => Attributes(dice),
        4 or 5 when words.Count > 0 => Encoding.UTF8.GetBytes(dice.Pick(words)),
        _ => Encoding.UTF8.GetBytes(dice.Pick(Words)),
    };

    private static byte[] Nested(Dice dice)
    {
        var depth = dice.Pick([16, 33, 255, 256, 257, 4000, 63_000]);
        return Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<g>", depth)) + string.Concat(Enumerable.Repeat("</g>", depth)));
    }

    private static byte[] Attributes(Dice dice)
    {
        var prefix = dice.OneIn(2) ? "xmlns:" : "";
        return Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 1 << dice.Below(15)).Select(number => $" {prefix}a{number}=\"u\"")));
    }

    private static void AddAttributes(List<Part> parts, byte[] document, Part tag)
    {
        for (var at = tag.Start; at < tag.End; at++)
        {
            if (document[at] is (byte)'"' or (byte)'\'' && document.AsSpan(at + 1, tag.End - at - 1).IndexOf(document[at]) is >= 0 and var length)
            {
                parts.Add(new Part(at, at + length + 2));
                // With its name, from the space in front.
                Add(parts, tag.Start + Math.Max(0, document.AsSpan(tag.Start, at - tag.Start).LastIndexOf((byte)' ')), at + length + 2);
                at += length + 1;
            }
        }
    }

    private static void Add(List<Part> parts, int start, int end)
    {
        if (end > start)
        {
            parts.Add(new Part(start, end));
        }
    }
}
