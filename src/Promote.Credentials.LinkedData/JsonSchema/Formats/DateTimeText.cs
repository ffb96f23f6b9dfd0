using System.Globalization;

namespace Promote.Credentials.LinkedData.JsonSchema.Formats;

/// <summary>
/// The formats <c>date</c> and <c>date-time</c> (Validation §7.3.1). They decide as the validators in use do, which take
/// a little more than RFC 3339 §5.6: a space for the <c>T</c>, and an offset without colon or minutes.
/// </summary>
internal static class DateTimeText
{
    private const int DateLength = 10;

    /// <summary>A day of the calendar, <c>yyyy-MM-dd</c>.</summary>
    public static bool IsDate(ReadOnlySpan<char> text) =>
        text is [_, _, _, _, '-', _, _, '-', _, _]
        && TryNumber(text[..4], out var year)
        && TryNumber(text[5..7], out var month) && month is >= 1 and <= 12
        && TryNumber(text[8..], out var day) && day >= 1 && day <= DaysIn(year, month);

    /// <summary>A date, a time and a zone.</summary>
    public static bool IsDateTime(ReadOnlySpan<char> text) =>
        text.Length > DateLength && IsSeparator(text[DateLength]) && IsDate(text[..DateLength]) && IsTime(text[(DateLength + 1)..]);

    private static bool IsTime(ReadOnlySpan<char> text)
    {
        var zoneStart = text.IndexOfAny("zZ+-");
        if (zoneStart < 0
            || text[..zoneStart] is not [_, _, ':', _, _, ':', _, _, ..]
            || !TryNumber(text[..2], out var hour)
            || !TryNumber(text[3..5], out var minute)
            || !TrySeconds(text[6..zoneStart], out var second)
            || !TryOffset(text[zoneStart..], out var offset)
            || hour > 23
            || minute > 59)
        {
            return false;
        }

        // RFC 3339 §5.7: a leap second is the last of a UTC day.
        const int day = 24 * 60;
        return second < 60 || (second < 61 && ((hour * 60) + minute - offset + 1) % day == 0);
    }

    private static bool IsSeparator(char c) => c is 'T' or 't' or '\uFEFF' || (char.IsWhiteSpace(c) && c != '\u0085');

    private static int DaysIn(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    private static bool TrySeconds(ReadOnlySpan<char> text, out double seconds)
    {
        seconds = 0;
        return (text.Length == 2 || (text.Length > 3 && text[2] == '.'))
            && TryNumber(text[..2], out _)
            && (text.Length == 2 || !text[3..].ContainsAnyExceptInRange('0', '9'))
            && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out seconds);
    }

    /// <summary>Reads <c>Z</c> or <c>±hh</c>, <c>±hhmm</c>, <c>±hh:mm</c> as minutes east of UTC.</summary>
    private static bool TryOffset(ReadOnlySpan<char> text, out int minutes)
    {
        minutes = 0;
        if (text is ['z' or 'Z'])
        {
            return true;
        }

        var minuteDigits = text is [_, _, _, ':', _, _] ? text[4..] : text is [_, _, _, _, _] ? text[3..] : text is [_, _, _] ? "00" : "";
        if (minuteDigits.IsEmpty || text[0] is not ('+' or '-')
            || !TryNumber(text[1..3], out var hour) || !TryNumber(minuteDigits, out var minute) || hour > 23 || minute > 59)
        {
            return false;
        }

        minutes = ((hour * 60) + minute) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    /// <summary>Reads ASCII digits only; a sign, white space or another script's digit is no number here.</summary>
    private static bool TryNumber(ReadOnlySpan<char> digits, out int value)
    {
        value = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            value = (value * 10) + digit - '0';
        }

        return true;
    }
}
