using System.Diagnostics.CodeAnalysis;
using System.Xml;
using System.Xml.Linq;
using Promote.Credentials.Formats.Pictures.Svg;

namespace Promote.Credentials.Formats.Pictures;

/// <summary>
/// Takes an SVG that somebody sent and writes it anew from the elements and attributes that only draw. What drawing programs
/// add for themselves is left behind; what could run, load or overwhelm is refused, and the sentence says what it is.
/// </summary>
public static class SvgUpload
{
    /// <summary>Largest file, in bytes.</summary>
    public const int MaxBytes = 256 * 1024;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxBytes,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>The clean picture, or why the file is not taken.</summary>
    public static bool TryRead(ReadOnlySpan<byte> file, [NotNullWhen(true)] out Picture? picture, [NotNullWhen(false)] out PictureRefusal? refusal)
    {
        refusal = Read(file, out picture);
        return refusal is null;
    }

    private static PictureRefusal? Read(ReadOnlySpan<byte> file, out Picture? picture)
    {
        picture = null;
        if (file.Length > MaxBytes)
        {
            return new(PictureError.TooLarge, $"The SVG has more than {MaxBytes / 1024} KiB.");
        }

        if (!SvgText.TryDecode(file, out var text))
        {
            return new(PictureError.NotXml, "The SVG is not UTF-8.");
        }

        if (SvgText.HasDocumentType(text))
        {
            return new(PictureError.DocumentType, "The SVG has a document type declaration; save it without one.");
        }

        if (Load(text, out var root) is { } malformed)
        {
            return malformed;
        }

        var copy = new SvgCopy();
        var clean = copy.Root(root);
        if ((copy.Refusal ?? SvgReferences.Check(clean)) is { } dangerous)
        {
            return dangerous;
        }

        if (SvgSize.Read(clean, out var width, out var height) is { } shapeless)
        {
            return shapeless;
        }

        picture = new(Picture.Svg, SvgText.Write(clean), width, height);
        return null;
    }

    private static PictureRefusal? Load(string text, out XElement root)
    {
        if (SvgTree.Read(text, Settings, out root) is { } unreadable)
        {
            return unreadable;
        }

        return root.Name == SvgNames.Root ? null : new(PictureError.UnknownKind, "The root of the file is not an svg element in the namespace of SVG.");
    }
}
