using System.Buffers;
using System.Globalization;
using System.Text;

namespace Promote.Credentials.Domain.Text;

/// <summary>
/// Text that shows what it says. Control characters, and the invisible ones of Unicode's category Format — bidirectional controls,
/// zero-width characters, tags — let a name look like another one, and none of this service's languages is written with them.
/// </summary>
public static class SafeText
{
    /// <summary>Whether one line of text is safe.</summary>
    public static bool IsLine(string text) => IsSafe(text, isBlock: false);

    /// <summary>Whether a text of several lines, which may hold tabs, is safe.</summary>
    public static bool IsBlock(string text) => IsSafe(text, isBlock: true);

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
        _ => true,
    };
}
