using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Promote.Credentials.Formats.Pictures;

/// <summary>A colour on which white text of any size is legible (WCAG 2.2 §1.4.3, level AA), in sRGB.</summary>
public readonly record struct BadgeColour
{
    /// <summary>Above the 4.5 that AA asks for, so that rounding and print leave enough.</summary>
    private const double Contrast = 5;

    private const double Saturation = 0.58;

    private BadgeColour(byte red, byte green, byte blue) => (Red, Green, Blue) = (red, green, blue);

    /// <summary>0 to 255.</summary>
    public byte Red { get; }

    /// <summary>0 to 255.</summary>
    public byte Green { get; }

    /// <summary>0 to 255.</summary>
    public byte Blue { get; }

    /// <summary>The colour of an issuer without one of its own: the same slug has the same colour on every machine.</summary>
    public static BadgeColour Of(string slug)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(slug), hash);
        var hue = ((hash[0] << 8) | hash[1]) % 360;
        var lightness = 0.5;
        var colour = OfHue(hue, lightness);
        while (colour.ContrastWithWhite < Contrast)
        {
            lightness -= 0.01;
            colour = OfHue(hue, lightness);
        }

        return colour;
    }

    /// <summary>Contrast ratio with white (WCAG 2.2, definition of contrast ratio), 1 to 21.</summary>
    public double ContrastWithWhite => 1.05 / ((0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue)) + 0.05);

    /// <summary>The same hue with this share of its light, 0 to 1.</summary>
    public BadgeColour Darker(double share) => new((byte)(Red * share), (byte)(Green * share), (byte)(Blue * share));

    /// <summary><c>#rrggbb</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    /// <summary>HSL to RGB (CSS Color 4 §7.1).</summary>
    private static BadgeColour OfHue(int hue, double lightness)
    {
        return new(Channel(0), Channel(8), Channel(4));

        byte Channel(int n)
        {
            var k = (n + (hue / 30.0)) % 12;
            var a = Saturation * Math.Min(lightness, 1 - lightness);
            return (byte)Math.Round(255 * (lightness - (a * Math.Max(-1, Math.Min(Math.Min(k - 3, 9 - k), 1)))));
        }
    }

    private static double Linear(byte channel)
    {
        var c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    }
}
