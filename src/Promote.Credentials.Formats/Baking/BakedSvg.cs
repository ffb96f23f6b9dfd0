using System.Xml;
using System.Xml.Linq;
using Promote.Credentials.Formats.Pictures;
using Promote.Credentials.Formats.Pictures.Svg;

namespace Promote.Credentials.Formats.Baking;

/// <summary>Reads an SVG that a badge may be baked into. A DTD that it names is neither fetched nor followed.</summary>
internal static class BakedSvg
{
    private static readonly XmlReaderSettings Settings = new()
    {
        // Pictures of common drawing programs name the DTD of SVG 1.1.
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersInDocument = BakedBadge.MaxPictureBytes,
        MaxCharactersFromEntities = 1024,
    };

    internal static PictureRefusal? Read(ReadOnlySpan<byte> svg, out XElement root)
    {
        root = new(SvgNames.Root);
        if (!SvgText.TryDecode(svg, out var text))
        {
            return new(PictureError.NotXml, "The SVG is not UTF-8.");
        }

        if (SvgText.HasInternalSubset(text))
        {
            return new(PictureError.DocumentType, "The SVG has a document type declaration with an internal subset.");
        }

        if (SvgTree.Read(text, Settings, out root) is { } unreadable)
        {
            return unreadable;
        }

        return root.Name == SvgNames.Root ? null : new(PictureError.UnknownKind, "The root of the SVG is not an svg element.");
    }
}
