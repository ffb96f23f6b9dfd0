using System.Diagnostics.CodeAnalysis;
using System.Xml.Linq;
using Promote.Credentials.Formats.Pictures;
using Promote.Credentials.Formats.Pictures.Svg;

namespace Promote.Credentials.Formats.Baking;

/// <summary>Badges in SVG pictures: an element of the Open Badges namespace as first child of the root (OB 3.0 §5.3.2, OB 2.0 baking).</summary>
public static class SvgBadge
{
    /// <summary>Writes the credential into the picture, in place of any badge of either version that is in it.</summary>
    public static bool TryBake(
        ReadOnlySpan<byte> svg, BakedKind kind, ReadOnlySpan<byte> credential, [NotNullWhen(true)] out byte[]? baked, [NotNullWhen(false)] out PictureRefusal? refusal)
    {
        refusal = Bake(svg, kind, credential, out baked);
        return refusal is null;
    }

    /// <summary>Reads the only badge in the picture, or says why not.</summary>
    public static bool TryExtract(ReadOnlySpan<byte> svg, [NotNullWhen(true)] out BakedBadge? badge, [NotNullWhen(false)] out PictureRefusal? refusal)
    {
        refusal = Extract(svg, out badge);
        return refusal is null;
    }

    private static PictureRefusal? Bake(ReadOnlySpan<byte> svg, BakedKind kind, ReadOnlySpan<byte> credential, out byte[]? baked)
    {
        baked = null;
        if ((BakedBadge.CheckPicture(svg) ?? BakedBadge.CheckCredential(credential)) is { } tooLarge)
        {
            return tooLarge;
        }

        if (BakedSvg.Read(svg, out var root) is { } unreadable)
        {
            return unreadable;
        }

        if (BadgeElement.Write(kind, credential) is not { } badge)
        {
            return new(PictureError.InvalidBadge, "The credential has characters that XML does not have.");
        }

        Badges(root).ForEach(old => old.Remove());
        root.Attributes().Where(IsPrefix).Remove();
        root.Add(new XAttribute(XNamespace.Xmlns + BadgeElement.Prefix, BadgeElement.Namespace(kind).NamespaceName));
        root.AddFirst(badge);
        baked = SvgText.Write(root);
        return BakedBadge.CheckPicture(baked);
    }

    private static PictureRefusal? Extract(ReadOnlySpan<byte> svg, out BakedBadge? badge)
    {
        badge = null;
        if (BakedBadge.CheckPicture(svg) is { } tooLarge)
        {
            return tooLarge;
        }

        if (BakedSvg.Read(svg, out var root) is { } unreadable)
        {
            return unreadable;
        }

        var found = Badges(root);
        return found.Count switch
        {
            0 => new(PictureError.NoBadge, "Nothing is baked into the SVG."),
            1 => BadgeElement.Read(found[0], BadgeElement.KindOf(found[0].Name)!.Value, out badge),
            _ => new(PictureError.SeveralBadges, "More than one badge is baked into the SVG, so none can be trusted to be the one that is meant."),
        };
    }

    /// <summary>All of them, wherever they stand: a second one hidden in a group must not go unnoticed.</summary>
    private static List<XElement> Badges(XElement root) => [.. root.Descendants().Where(element => BadgeElement.KindOf(element.Name) is not null)];

    private static bool IsPrefix(XAttribute attribute) => attribute.Name == XNamespace.Xmlns + BadgeElement.Prefix;
}
