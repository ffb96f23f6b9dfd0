using System.Buffers;
using System.Globalization;
using System.Text;

namespace Promote.Credentials.Domain.Text;

/// <summary>
/// Text that shows what it says. Control characters, the invisible ones of Unicode's category Format — bidirectional controls,
/// zero-width characters, tags — and letters that are drawn as nothing let a name look like another one, and none of this service's
/// languages is written with them.
/// </summary>
public static class SafeText
{
    /// <summary>Whether one line of text is safe.</summary>
    public static bool IsLine(string text) => IsSafe(text, isBlock: false);

    /// <summary>Whether a text of several lines, which may hold tabs, is safe.</summary>
    public static bool IsBlock(string text) => IsSafe(text, isBlock: true);

    /// <summary>Somebody else's text for people to read: what nobody would see stands there as a replacement character.</summary>
    public static string Visible(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsBlock(text) ? text : string.Concat(text.EnumerateRunes().Select(rune => IsSafe(rune, isBlock: true) ? rune : Rune.ReplacementChar));
    }

    private static bool IsSafe(string text, bool isBlock)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rest = text.AsSpan();
        for (int next; (next = rest.IndexOfAnyExceptInRange(' ', '~')) >= 0;)
        {
            // Half a surrogate pair is no character.
            rest = rest[next..];
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != OperationStatus.Done || !IsSafe(rune, isBlock))
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }

    private static bool IsSafe(Rune rune, bool isBlock) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => isBlock && rune.Value is ('\n' or '\r' or '\t'),
        UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        _ => !IsDrawnAsNothing(rune.Value),
    };

    // Unicode's Default_Ignorable_Code_Point outside the category Format: joiners, fillers, variation selectors, of which the last one
    // of the first block stays, because emoji are written with it. And Braille without a dot.
    private static bool IsDrawnAsNothing(int codePoint) =>
        codePoint is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2800 or 0x3164 or (>= 0xFE00 and <= 0xFE0E) or 0xFFA0 or (>= 0xE0100 and <= 0xE01EF);
}
