using System.Globalization;
using System.Text;

namespace Promote.Credentials.Domain.Text;

/// <summary>
/// Letters that pass for others (UTS #39): a word in letters of two scripts, such as "РROMOTE" with a Cyrillic Er, and letters that
/// only are another style of plain ones, such as mathematical bold. No language writes a name with them.
/// </summary>
internal static class LookAlikes
{
    // Variation selector 16 asks for an emoji, and behind a letter for nothing.
    private const int EmojiStyle = 0xFE0F;

    private enum Script
    {
        Other,
        Latin,
        Greek,
        Cyrillic,
        Armenian,
        Cherokee,
    }

    /// <summary>Whether a text has such a word or letter.</summary>
    internal static bool AreIn(string text)
    {
        Script? word = null;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == EmojiStyle || (Rune.IsLetter(rune) && IsStyle(rune)))
            {
                return true;
            }

            // What stands on a letter does not end its word, and neither does a letter that looks like none of the others.
            var script = ScriptOf(rune);
            if (word is { } before && script is { } next && next is not Script.Other && next != before)
            {
                return true;
            }

            word = script is Script.Other ? word : script;
        }

        return false;
    }

    // ª and º stand behind ordinal numbers in Portuguese, Italian and Spanish.
    private static bool IsStyle(Rune rune)
    {
        var letter = rune.ToString();
        return rune.Value is not (0xAA or 0xBA) && letter.Normalize(NormalizationForm.FormKC) != letter.Normalize(NormalizationForm.FormC);
    }

    // The scripts whose letters look like Latin ones; null ends a word.
    private static Script? ScriptOf(Rune rune) => Rune.IsLetter(rune) ? ScriptOf(rune.Value)
        : Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? Script.Other
        : null;

    private static Script ScriptOf(int letter) => letter switch
    {
        <= 0x024F or (>= 0x1E00 and <= 0x1EFF) or (>= 0x2C60 and <= 0x2C7F) or (>= 0xA720 and <= 0xA7FF) or (>= 0x0250 and <= 0x02AF) => Script.Latin,
        (>= 0x0370 and <= 0x03FF) or (>= 0x1F00 and <= 0x1FFF) => Script.Greek,
        (>= 0x0400 and <= 0x052F) or (>= 0x1C80 and <= 0x1C8F) or (>= 0x2DE0 and <= 0x2DFF) or (>= 0xA640 and <= 0xA69F) => Script.Cyrillic,
        >= 0x0530 and <= 0x058F => Script.Armenian,
        (>= 0x13A0 and <= 0x13FF) or (>= 0xAB70 and <= 0xABBF) => Script.Cherokee,
        _ => Script.Other,
    };
}
