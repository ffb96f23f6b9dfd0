using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Promote.Credentials.Formats.Pictures.Svg;

/// <summary>The size of a picture: that of its view box, else its width and height.</summary>
internal static partial class SvgSize
{
    private const double Largest = 10_000;

    /// <summary>Reads the size and gives the root a view box, a width and a height that agree with it.</summary>
    internal static PictureRefusal? Read(XElement root, out int width, out int height)
    {
        var box = Numbers.Match((string?)root.Attribute("viewBox") ?? "");
        var (w, h) = box.Success
            ? (Number(box.Groups["w"].Value), Number(box.Groups["h"].Value))
            : (Length(root, "width"), Length(root, "height"));
        (width, height) = (0, 0);
        if (w is not (> 0 and <= Largest) || h is not (> 0 and <= Largest))
        {
            return new(PictureError.WrongSize, $"Give the SVG a viewBox, or a width and height in pixels, above 0 and up to {Largest}.");
        }

        (width, height) = ((int)Math.Ceiling(w), (int)Math.Ceiling(h));
        if (!box.Success)
        {
            root.SetAttributeValue("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {w} {h}"));
        }

        root.SetAttributeValue("width", width);
        root.SetAttributeValue("height", height);
        return null;
    }

    private static double Length(XElement root, string name) =>
        Pixels.Match((string?)root.Attribute(name) ?? "") is { Success: true } length ? Number(length.Groups["n"].Value) : 0;

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"^\s*[^\s,]+[\s,]+[^\s,]+[\s,]+(?<w>[^\s,]+)[\s,]+(?<h>[^\s,]+)\s*\z")]
    private static partial Regex Numbers { get; }

    [GeneratedRegex(@"^\s*(?<n>[0-9.eE+]+)\s*(px)?\s*\z")]
    private static partial Regex Pixels { get; }
}
