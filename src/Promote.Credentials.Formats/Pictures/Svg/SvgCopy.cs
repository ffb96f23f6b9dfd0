using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Promote.Credentials.Formats.Pictures.Svg;

/// <summary>Copies what is allowed of a picture. Stops at the first thing that is not.</summary>
internal sealed partial class SvgCopy
{
    private const int MaxDepth = 32;
    private const int MaxElements = 5000;

    private int elements;

    /// <summary>Why the picture is not taken; null while nothing stands against it.</summary>
    internal PictureRefusal? Refusal { get; private set; }

    internal XElement Root(XElement source)
    {
        var copy = new XElement(SvgNames.Root);
        CopyInside(source, copy, 1);
        return copy;
    }

    private void CopyInside(XElement source, XElement copy, int depth)
    {
        if (++elements > MaxElements || depth > MaxDepth)
        {
            Refuse(PictureError.TooComplex, $"The SVG has more than {MaxElements} elements or {MaxDepth} levels.");
        }

        foreach (var attribute in source.Attributes())
        {
            CopyAttribute(attribute, copy);
        }

        foreach (var node in source.Nodes().TakeWhile(_ => Refusal is null))
        {
            if (node is XElement child)
            {
                CopyElement(child, copy, depth);
            }
            else if (node is XText text && SvgNames.Texts.Contains(copy.Name.LocalName))
            {
                copy.Add(text.Value);
            }
        }

        if (copy.Name.LocalName == "style" && !SvgStyle.IsHarmless(copy.Value, mayRefer: false))
        {
            Refuse(PictureError.ForbiddenElement, "A style element of the SVG has an @ rule, a url() or a function that is not taken.");
        }
    }

    private void CopyElement(XElement source, XElement parent, int depth)
    {
        var name = source.Name.LocalName;
        if (source.Name.Namespace == SvgNames.Svg && SvgNames.Elements.Contains(name))
        {
            var copy = new XElement(source.Name);
            parent.Add(copy);
            CopyInside(source, copy, depth + 1);
        }
        else if (source.Name.Namespace == SvgNames.Html || (source.Name.Namespace == SvgNames.Svg && name != "metadata"))
        {
            Refuse(PictureError.ForbiddenElement, $"The SVG has the element {name}, which is not taken.");
        }

        // Metadata and what drawing programs write in namespaces of their own is left out.
    }

    private void CopyAttribute(XAttribute attribute, XElement copy)
    {
        var name = attribute.Name;
        if (SvgNames.IsReference(name))
        {
            CopyIf(LocalReference.IsMatch(attribute.Value), attribute, copy, PictureError.ForbiddenReference);
        }
        else if (name.Namespace == XNamespace.Xml)
        {
            CopyIf(SvgStyle.IsHarmless(attribute.Value, mayRefer: false), attribute, copy, PictureError.ForbiddenAttribute);
        }
        else if (name == "id")
        {
            CopyIf(Id.IsMatch(attribute.Value), attribute, copy, PictureError.ForbiddenAttribute);
        }
        else if (name.Namespace == XNamespace.None && SvgNames.Attributes.Contains(name.LocalName))
        {
            CopyIf(SvgStyle.IsHarmless(attribute.Value, mayRefer: true), attribute, copy, PictureError.ForbiddenAttribute);
        }
        else if (name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase))
        {
            Refuse(PictureError.ForbiddenAttribute, $"The SVG has the event handler {name.LocalName}.");
        }
    }

    private void CopyIf(bool isTaken, XAttribute attribute, XElement copy, PictureError error)
    {
        if (isTaken)
        {
            copy.SetAttributeValue(attribute.Name, attribute.Value);
        }
        else
        {
            Refuse(error, $"The SVG has an attribute {attribute.Name.LocalName} with a value that is not taken; references may only lead to #ids in the picture.");
        }
    }

    private void Refuse(PictureError error, string detail) => Refusal ??= new(error, detail);

    [GeneratedRegex(@"^#[A-Za-z_][A-Za-z0-9_.:-]{0,99}\z")]
    private static partial Regex LocalReference { get; }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_.:-]{0,99}\z")]
    private static partial Regex Id { get; }
}
