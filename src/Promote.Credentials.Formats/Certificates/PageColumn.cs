using System.Globalization;
using System.Xml.Linq;
using Promote.Credentials.Formats.Pictures.Drawing;
using Promote.Credentials.Formats.Pictures.Svg;

namespace Promote.Credentials.Formats.Certificates;

/// <summary>A column of a page that is filled from the top. Lengths are in the units of the page, four to a millimetre.</summary>
/// <param name="left">Where its lines begin.</param>
/// <param name="width">How long they may be.</param>
/// <param name="top">Where the first one hangs.</param>
internal sealed class PageColumn(double left, double width, double top)
{
    // The widths that lines are measured by are those of the bold face; the regular one is narrower by this at least.
    private const double RegularWidth = 0.93;

    private readonly List<XElement> elements = [];

    /// <summary>What was drawn.</summary>
    internal IReadOnlyList<XElement> Elements => elements;

    /// <summary>Where the next line hangs.</summary>
    internal double Bottom { get; private set; } = top;

    internal PageColumn Gap(double height)
    {
        Bottom += height;
        return this;
    }

    /// <summary>A text at the largest of the sizes at which it takes no more than so many lines; at the smallest, the rest is cut off with an ellipsis.</summary>
    internal PageColumn Text(string text, ReadOnlySpan<int> sizes, int maxLines, string colour, bool isBold = false, double indent = 0)
    {
        var room = (int)((width - indent) / (isBold ? 1 : RegularWidth));
        var fitted = FittedText.In(room, (int)(maxLines * sizes[0] * 1.22) + 1, XmlLine.Of(text), sizes);
        foreach (var (number, line) in fitted.Lines.Index())
        {
            elements.Add(Line(line, left + indent, fitted.Baseline(number, Bottom + (fitted.Height / 2)), fitted.Size, colour, isBold));
        }

        Bottom += fitted.Height;
        return this;
    }

    internal PageColumn Rule(string colour)
    {
        elements.Add(new XElement(SvgNames.Svg + "path", new XAttribute("d", $"M{Number(left)} {Number(Bottom)}h{Number(width)}"), new XAttribute("stroke", colour), new XAttribute("fill", "none")));
        return this;
    }

    /// <summary>A point before the line that comes next.</summary>
    internal PageColumn Bullet(int size, string colour)
    {
        elements.Add(new XElement(
            SvgNames.Svg + "circle", new XAttribute("cx", Number(left + 4)), new XAttribute("cy", Number(Bottom + (size * 0.66))), new XAttribute("r", Number(size * 0.16)), new XAttribute("fill", colour)));
        return this;
    }

    internal static string Number(double length) => length.ToString("0.##", CultureInfo.InvariantCulture);

    private static XElement Line(string text, double x, double y, int size, string colour, bool isBold)
    {
        var line = new XElement(
            SvgNames.Svg + "text", new XAttribute("x", Number(x)), new XAttribute("y", Number(y)), new XAttribute("font-size", size), new XAttribute("fill", colour), text);
        if (isBold)
        {
            line.SetAttributeValue("font-weight", "bold");
        }

        return line;
    }
}
