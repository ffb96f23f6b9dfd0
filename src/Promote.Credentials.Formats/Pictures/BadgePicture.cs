using System.Globalization;
using System.Xml.Linq;
using Promote.Credentials.Formats.Pictures.Drawing;
using Promote.Credentials.Formats.Pictures.Svg;

namespace Promote.Credentials.Formats.Pictures;

/// <summary>
/// The picture of an achievement that has none of its own: a shield in the issuer's colour with the issuer, the title and the
/// level on a ribbon. It needs nothing from elsewhere; the same face gives the same bytes.
/// </summary>
public static class BadgePicture
{
    /// <summary>Width and height of the view box.</summary>
    public const int Side = 600;

    private const string Shield = "M76 24H524C550 24 566 40 566 66V330C566 456 446 544 300 582 154 544 34 456 34 330V66C34 40 50 24 76 24Z";
    private const string Header = "M76 38H524C543 38 552 47 552 66V150H48V66C48 47 57 38 76 38Z";
    private const string Inner = "M76 38H524C543 38 552 47 552 66V330C552 446 440 529 300 567 160 529 48 446 48 330V66C48 47 57 38 76 38Z";
    private const string Gold = "#f4c95d";

    /// <summary>Draws the badge.</summary>
    public static Picture Svg(BadgeFace face)
    {
        ArgumentNullException.ThrowIfNull(face);
        var title = XmlLine.Of(face.Title);
        var level = XmlLine.Of(face.Level ?? "");
        var svg = new XElement(
            SvgNames.Root,
            new XAttribute("viewBox", $"0 0 {Side} {Side}"),
            new XAttribute("width", Side),
            new XAttribute("height", Side),
            new XAttribute("font-family", "DejaVu Sans, Verdana, Noto Sans, sans-serif"),
            new XAttribute("font-weight", "bold"),
            new XAttribute("text-anchor", "middle"),
            Element("title", title));
        svg.Add(Body(face.Colour));
        svg.Add(Lines(FittedText.In(440, 84, XmlLine.Of(face.Issuer), [30, 27, 24, 21]), 95, "#fff"));
        svg.Add(Lines(FittedText.In(450, level.Length > 0 ? 216 : 250, title, [60, 54, 48, 43, 38, 34, 30, 26]), level.Length > 0 ? 276 : 290, "#fff"));
        if (level.Length > 0)
        {
            svg.Add(Ribbon(face.Colour, FittedText.In(460, 56, level, [36, 32, 28, 24, 20])));
        }

        svg.Add(Seal(face.Colour, XmlLine.Of(face.Monogram ?? "")));
        return new(Picture.Svg, SvgText.Write(svg), Side, Side);
    }

    private static IEnumerable<XElement> Body(BadgeColour colour) =>
    [
        Path(Shield, colour.Darker(0.6)),
        Path(Inner, colour),
        Path("M300 38H524C543 38 552 47 552 66V330C552 446 440 529 300 567Z", colour.Darker(0.88)),
        Path(Header, colour.Darker(0.6)),
        Element("path", "", ("d", "M48 150H552"), ("stroke", Gold), ("stroke-width", "5"), ("fill", "none")),
    ];

    private static IEnumerable<XElement> Ribbon(BadgeColour colour, FittedText level) =>
    [
        Path("M8 422H70V486H8L30 454ZM592 422H530V486H592L570 454Z", "#d8d4c8"),
        Path("M34 470 70 486V470ZM566 470 530 486V470Z", colour.Darker(0.4)),
        Path("M34 396H566V470H34Z", "#fffdf7"),
        Element("path", "", ("d", "M34 403H566M34 463H566"), ("stroke", Gold), ("stroke-width", "3"), ("fill", "none")),
        .. Lines(level, 433, colour.Darker(0.7).ToString()),
    ];

    private static IEnumerable<XElement> Seal(BadgeColour colour, string monogram)
    {
        yield return Element("circle", "", ("cx", "300"), ("cy", "512"), ("r", "36"), ("fill", Gold));
        if (monogram.Length == 0)
        {
            yield return Path("M300 488 307 505 325 506 311 518 316 536 300 526 284 536 289 518 275 506 293 505Z", colour.Darker(0.6));
            yield break;
        }

        foreach (var line in Lines(FittedText.In(60, 46, monogram, [32, 27, 22, 18, 14]), 512, colour.Darker(0.5).ToString()))
        {
            yield return line;
        }
    }

    private static IEnumerable<XElement> Lines(FittedText text, double middle, string colour) => text.Lines.Select((line, number) => Element(
        "text", line, ("x", "300"), ("y", text.Baseline(number, middle).ToString("0.#", CultureInfo.InvariantCulture)), ("font-size", text.Size.ToString(CultureInfo.InvariantCulture)), ("fill", colour)));

    private static XElement Path(string path, BadgeColour colour) => Path(path, colour.ToString());

    private static XElement Path(string path, string colour) => Element("path", "", ("d", path), ("fill", colour));

    private static XElement Element(string name, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        var element = new XElement(SvgNames.Svg + name);
        foreach (var (attribute, value) in attributes)
        {
            element.SetAttributeValue(attribute, value);
        }

        if (text.Length > 0)
        {
            element.Value = text;
        }

        return element;
    }
}
