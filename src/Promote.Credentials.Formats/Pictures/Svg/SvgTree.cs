using System.Xml;
using System.Xml.Linq;

namespace Promote.Credentials.Formats.Pictures.Svg;

/// <summary>The text of an SVG as a tree.</summary>
internal static class SvgTree
{
    /// <summary>Drawing programs nest a dozen levels. What a tree of elements costs grows with the square of its depth.</summary>
    private const int MaxDepth = 256;

    /// <summary>Reads the text with these settings, or says why not.</summary>
    internal static PictureRefusal? Read(string text, XmlReaderSettings settings, out XElement root)
    {
        root = new(SvgNames.Root);
        try
        {
            if (IsTooDeep(text, settings))
            {
                return new(PictureError.TooComplex, $"The SVG has more than {MaxDepth} levels.");
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

    /// <summary>Looks before anything is built, and no further than to the first element that is too deep.</summary>
    private static bool IsTooDeep(string text, XmlReaderSettings settings)
    {
        using var reader = XmlReader.Create(new StringReader(text), settings);
        while (reader.Read())
        {
            // The root has depth 0.
            if (reader.NodeType == XmlNodeType.Element && reader.Depth >= MaxDepth)
            {
                return true;
            }
        }

        return false;
    }
}
