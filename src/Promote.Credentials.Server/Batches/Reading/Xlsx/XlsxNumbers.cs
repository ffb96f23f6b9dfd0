using System.Globalization;

namespace Promote.Credentials.Server.Batches.Reading.Xlsx;

/// <summary>Numbers of a spreadsheet as somebody typed them.</summary>
internal static class XlsxNumbers
{
    private const int MaxDay = 2_958_465;
    private const int DaysTo1904 = 1_462;

    // The year 1900 has a 29 February there.
    private const int NoDay = 60;

    /// <summary>The text of a number. A spreadsheet keeps binary fractions: 9.2 is 9.1999999999999993 in its file.</summary>
    public static string Show(string stored, NumberKind kind, bool isFrom1904)
    {
        if (!double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return stored;
        }

        return kind == NumberKind.Date ? DayOf(number + (isFrom1904 ? DaysTo1904 : 0)) ?? stored
            : Math.Abs(number) is < 1e15 and > 1e-12 or 0 ? ((decimal)number * (kind == NumberKind.Percent ? 100 : 1)).ToString("0.##############################", CultureInfo.InvariantCulture)
            : stored;
    }

    // The time of the day is left out.
    private static string? DayOf(double serial) => (int)Math.Floor(Math.Clamp(serial, -1, MaxDay + 1)) switch
    {
        <= 0 or NoDay or > MaxDay => null,
        var day => new DateOnly(1899, 12, 30).AddDays(day < NoDay ? day + 1 : day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
