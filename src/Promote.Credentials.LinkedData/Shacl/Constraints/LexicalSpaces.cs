using System.Collections.Frozen;
using Promote.Credentials.LinkedData.Rdf;

namespace Promote.Credentials.LinkedData.Shacl.Constraints;

/// <summary>
/// The lexical spaces (XML Schema Part 2 §3.3) of the datatypes that shapes name. As validators in use do, dates are
/// judged by their form: whether the day exists is not asked here.
/// </summary>
internal static class LexicalSpaces
{
    /// <summary>By IRI. <c>rdf:HTML</c> and <c>rdf:langString</c> take every text.</summary>
    public static FrozenDictionary<string, LexicalSpace> ByDatatype { get; } = new Dictionary<string, LexicalSpace>
    {
        [RdfTerms.Rdf + "HTML"] = _ => true,
        [RdfTerms.Rdf + "langString"] = _ => true,
        [RdfTerms.Xsd + "anyURI"] = text => text.IndexOfAny('\uFFFE', '\uFFFF') < 0,
        [RdfTerms.Xsd + "boolean"] = text => text is "true" or "false" or "1" or "0",
        [RdfTerms.Xsd + "dateTime"] = IsDateTime,
        [RdfTerms.Xsd + "decimal"] = IsDecimal,
        [RdfTerms.Xsd + "duration"] = IsDuration,
        [RdfTerms.Xsd + "integer"] = IsInteger,
        [RdfTerms.Xsd + "positiveInteger"] = text => IsInteger(text) && text[0] != '-' && text.ContainsAnyInRange('1', '9'),
        [RdfTerms.Xsd + "string"] = _ => true,
    }.ToFrozenDictionary();

    private static bool IsInteger(ReadOnlySpan<char> text)
    {
        SkipSign(ref text);
        return TakeDigits(ref text) > 0 && text.IsEmpty;
    }

    private static bool IsDecimal(ReadOnlySpan<char> text)
    {
        SkipSign(ref text);
        int digits = TakeDigits(ref text);
        digits += Take(ref text, '.') ? TakeDigits(ref text) : 0;
        return digits > 0 && text.IsEmpty;
    }

    // §3.3.6.2: years and months, days, and after T hours, minutes and seconds; each once, in this order, one at least.
    private static bool IsDuration(ReadOnlySpan<char> text)
    {
        Take(ref text, '-');
        if (!Take(ref text, 'P'))
        {
            return false;
        }

        int time = text.IndexOf('T');
        var date = time < 0 ? text : text[..time];
        return IsSequence(date, "YMD") && (time < 0 ? !date.IsEmpty : text.Length > time + 1 && IsSequence(text[(time + 1)..], "HMS"));
    }

    private static bool IsSequence(ReadOnlySpan<char> text, ReadOnlySpan<char> units)
    {
        while (!text.IsEmpty)
        {
            if (TakeDigits(ref text) == 0)
            {
                return false;
            }

            bool isFraction = Take(ref text, '.');
            if ((isFraction && TakeDigits(ref text) == 0) || text.IsEmpty)
            {
                return false;
            }

            int unit = units.IndexOf(text[0]);
            if (unit < 0 || (isFraction && text[0] != 'S'))
            {
                return false;
            }

            units = units[(unit + 1)..];
            text = text[1..];
        }

        return true;
    }

    // §3.3.7.2, in its form: -?yyyy-mm-ddThh:mm:ss(.s+)?(zone)?
    private static bool IsDateTime(ReadOnlySpan<char> text)
    {
        Take(ref text, '-');
        bool leadingZero = text is ['0', ..];
        int year = TakeDigits(ref text);
        return year >= 4
            && (year == 4 || !leadingZero)
            && TakePairs(ref text, "-00-00T00:00:00")
            && (!Take(ref text, '.') || TakeDigits(ref text) > 0)
            && IsZone(text);
    }

    private static bool IsZone(ReadOnlySpan<char> text) =>
        text is "" or "Z" || (text[0] is '+' or '-' && Skip(ref text) && TakePairs(ref text, "00:00") && text.IsEmpty);

    /// <summary>Takes what has a digit for each 0 of the form and its other characters as they are.</summary>
    private static bool TakePairs(ref ReadOnlySpan<char> text, ReadOnlySpan<char> form)
    {
        if (text.Length < form.Length)
        {
            return false;
        }

        for (int i = 0; i < form.Length; i++)
        {
            if (form[i] == '0' ? !char.IsAsciiDigit(text[i]) : text[i] != form[i])
            {
                return false;
            }
        }

        text = text[form.Length..];
        return true;
    }

    private static void SkipSign(ref ReadOnlySpan<char> text)
    {
        if (text is ['+' or '-', ..])
        {
            Skip(ref text);
        }
    }

    private static bool Skip(ref ReadOnlySpan<char> text)
    {
        text = text[1..];
        return true;
    }

    private static bool Take(ref ReadOnlySpan<char> text, char expected) => text.Length > 0 && text[0] == expected && Skip(ref text);

    private static int TakeDigits(ref ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAnyExceptInRange('0', '9');
        int count = end < 0 ? text.Length : end;
        text = text[count..];
        return count;
    }
}
