using System.Globalization;
using System.Text;

namespace Promote.Credentials.Domain.Text;

/// <summary>
/// Text as it is searched for: without case, diacritics and punctuation, its words separated by one space. What is folded once is
/// folded: folding it again changes nothing.
/// </summary>
public static class FoldedText
{
    /// <summary>Folds a text of any language.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        foreach (var rune in Decomposed(text).EnumerateRunes())
        {
            Append(folded, Rune.ToLowerInvariant(rune));
        }

        return folded.ToString().TrimEnd(' ');
    }

    // What is no letter, digit or mark separates words; a lone half of a surrogate pair, which has no normal form, goes with that.
    private static string Decomposed(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var known = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // Lower case first: there are capitals whose small letter can be decomposed and who cannot.
            known.Append(IsKept(rune) ? Rune.ToLowerInvariant(rune).ToString() : " ");
        }

        return known.ToString().Normalize(NormalizationForm.FormKD);
    }

    private static void Append(StringBuilder folded, Rune rune)
    {
        if (Rune.IsLetterOrDigit(rune))
        {
            Spell(folded, rune);
        }
        else if (!IsMark(rune) && folded.Length > 0 && folded[^1] != ' ')
        {
            folded.Append(' ');
        }
    }

    private static void Spell(StringBuilder folded, Rune letter)
    {
        if (Spelled(letter.Value) is { } letters)
        {
            folded.Append(letters);
        }
        else if (letter.IsBmp)
        {
            folded.Append((char)letter.Value);
        }
        else
        {
            folded.Append(letter.ToString());
        }
    }

    private static bool IsKept(Rune rune) => Rune.IsLetterOrDigit(rune) || IsMark(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;

    // Letters of ESCO's languages that Unicode does not take apart, as people write them who lack them. The last sigma of a word is a sigma.
    private static string? Spelled(int letter) => letter switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ı' => "i",
        'ς' => "σ",
        _ => null,
    };
}
