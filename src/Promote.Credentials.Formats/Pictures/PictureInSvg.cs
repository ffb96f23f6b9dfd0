using System.Globalization;
using System.Xml.Linq;
using Promote.Credentials.Formats.Pictures.Svg;

namespace Promote.Credentials.Formats.Pictures;

/// <summary>A PNG as an SVG that holds it: for badges that are wanted as SVG of an achievement whose picture is a PNG.</summary>
public static class PictureInSvg
{
    /// <summary>The same picture as SVG; one that is SVG already as it is.</summary>
    public static Picture Of(Picture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        if (picture.MediaType == Picture.Svg)
        {
            return picture;
        }

        var svg = new XElement(
            SvgNames.Root,
            new XAttribute(XNamespace.Xmlns + "xlink", SvgNames.XLink.NamespaceName),
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {picture.Width} {picture.Height}")),
            new XAttribute("width", picture.Width),
            new XAttribute("height", picture.Height),
            new XElement(
                SvgNames.Svg + "image",
                new XAttribute("width", picture.Width),
                new XAttribute("height", picture.Height),
                // The form of SVG 1.1, which older viewers of badges read as well.
                new XAttribute(SvgNames.XLink + "href", $"data:{picture.MediaType};base64,{Convert.ToBase64String(picture.Bytes.Span)}")));
        return picture with { MediaType = Picture.Svg, Bytes = SvgText.Write(svg) };
    }
}
