using System.Xml.Linq;

namespace Promote.Credentials.Formats.Pictures.Svg;

/// <summary>
/// Follows what elements refer to. A use of uses of uses can ask a renderer for billions of shapes with a few lines, so the
/// elements that would be drawn are counted before anything draws them.
/// </summary>
internal sealed class SvgReferences
{
    private const int MaxDrawn = 20_000;
    private const int MaxDepth = 64;

    private readonly Dictionary<string, XElement> targets = [];
    private readonly Dictionary<XElement, int> counts = [];

    private SvgReferences()
    {
    }

    internal static PictureRefusal? Check(XElement root)
    {
        var references = new SvgReferences();
        foreach (var element in root.DescendantsAndSelf())
        {
            if ((string?)element.Attribute("id") is { } id && !references.targets.TryAdd(id, element))
            {
                return new(PictureError.ForbiddenAttribute, $"Two elements of the SVG have the id {id}.");
            }
        }

        return references.Missing(root) ?? references.Overwhelming(root);
    }

    private PictureRefusal? Missing(XElement root)
    {
        var missing = root.DescendantsAndSelf().SelectMany(ReferencesOf).FirstOrDefault(id => !targets.ContainsKey(id));
        return missing is null ? null : new(PictureError.ForbiddenReference, $"The SVG refers to #{missing}, which is not in it.");
    }

    private PictureRefusal? Overwhelming(XElement root) => Count(root, 0) > MaxDrawn
        ? new(PictureError.TooComplex, $"The elements of the SVG use one another in a circle, too deeply, or to draw more than {MaxDrawn} elements.")
        : null;

    /// <summary>The elements that are drawn for this one. One that is still being counted refers to itself, which never ends.</summary>
    private int Count(XElement element, int depth)
    {
        if (counts.TryGetValue(element, out var known))
        {
            return known;
        }

        counts[element] = MaxDrawn + 1;
        if (depth > MaxDepth)
        {
            return MaxDrawn + 1;
        }

        var drawn = 1;
        foreach (var part in element.Elements().Concat(ReferencesOf(element).Select(id => targets[id])))
        {
            drawn = Math.Min(drawn + Count(part, depth + 1), MaxDrawn + 1);
        }

        return counts[element] = drawn;
    }

    private static IEnumerable<string> ReferencesOf(XElement element) => element.Attributes().SelectMany(attribute =>
        SvgNames.IsReference(attribute.Name) ? [attribute.Value[1..]] : SvgStyle.References(attribute.Value));
}
