using System.Globalization;
using System.Text;

namespace Promote.Credentials.Formats.Pictures.Drawing;

/// <summary>About how wide a text is in a bold sans-serif face, in thousandths of the font size; meant to be a little too wide rather than too narrow.</summary>
internal static class TextWidth
{
    private const int Wide = 1000;
    private const int Capital = 800;
    private const int Other = 720;

    /// <summary>Advance widths of the characters from space to tilde in DejaVu Sans Bold.</summary>
    private static readonly int[] Ascii =
    [
        348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365,
        696, 696, 696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 580,
        1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372, 775, 637, 995, 837, 850,
        733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500,
        500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687,
        716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838,
    ];

    internal static int Of(string text)
    {
        var width = 0;
        // Decomposed, a letter with an accent is the letter and a mark without width.
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            width += Of(rune);
        }

        return width;
    }

    /// <summary>Whether a text has characters of the scripts that are written without spaces.</summary>
    internal static bool HasWide(string text) => text.EnumerateRunes().Any(rune => IsWide(rune.Value));

    private static int Of(Rune rune)
    {
        if (rune.Value is >= ' ' and <= '~')
        {
            return Ascii[rune.Value - ' '];
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
            _ when IsWide(rune.Value) => Wide,
            UnicodeCategory.UppercaseLetter => Capital,
            _ => Other,
        };
    }

    /// <summary>Hangul, Han, kana, full-width forms and pictographs (UAX #11). Decomposed Hangul counts by its leading letters.</summary>
    private static bool IsWide(int c) =>
        c is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF00 and <= 0xFF60) or >= 0x1F300;
}
