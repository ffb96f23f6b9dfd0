using System.Xml;
using System.Xml.Linq;

namespace Promote.Credentials.Formats.Pictures.Svg;

/// <summary>The text of an SVG as a tree.</summary>
internal static class SvgTree
{
    // Drawing programs nest a dozen levels. What a tree of elements costs grows with the square of its depth.
    private const int MaxDepth = 256;

    // Elements, attributes and texts: each takes a hundred times the memory of its shortest form in the file.
    private const int MaxNodes = 50_000;

    private const int MaxAttributes = 1024;

    // What the framework's reader does about namespaces grows with the square of their number.
    private const int MaxNamespaces = 32;

    /// <summary>Reads the text with these settings, or says why not.</summary>
    internal static PictureRefusal? Read(string text, XmlReaderSettings settings, out XElement root)
    {
        root = new(SvgNames.Root);
        try
        {
            if (IsAnyTagTooLong(text) || IsTooLarge(text, settings))
            {
                return new(PictureError.TooComplex, $"The SVG has more than {MaxNodes} elements, {MaxDepth} levels, or an element with more than {MaxAttributes} attributes or {MaxNamespaces} namespaces.");
            }

            using var reader = XmlReader.Create(new StringReader(text), settings);
            root = XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
            return null;
        }
        catch (XmlException broken)
        {
            return new(PictureError.NotXml, $"The SVG is not well-formed XML at line {broken.LineNumber}.");
        }
    }

    /// <summary>Looks at the text alone. No value has a '&lt;' in it (XML §3.1), so that a tag ends before the next one begins.</summary>
    private static bool IsAnyTagTooLong(ReadOnlySpan<char> text)
    {
        while (text.IndexOf('<') is >= 0 and var start)
        {
            text = text[(start + 1)..];
            var tag = text.IndexOf('<') is >= 0 and var next ? text[..next] : text;
            if (tag is not ['!' or '?', ..] && (tag.Count('=') > MaxAttributes || tag.Count("xmlns") > MaxNamespaces))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Looks before anything is built, and no further than to the first thing that is too much.</summary>
    private static bool IsTooLarge(string text, XmlReaderSettings settings)
    {
        using var reader = XmlReader.Create(new StringReader(text), settings);
        var nodes = 0;
        while (reader.Read())
        {
            nodes += 1 + reader.AttributeCount;

            // The root has depth 0.
            if (nodes > MaxNodes || (reader.NodeType == XmlNodeType.Element && reader.Depth >= MaxDepth))
            {
                return true;
            }
        }

        return false;
    }
}
