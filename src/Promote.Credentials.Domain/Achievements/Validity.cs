using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Promote.Credentials.Domain.Achievements;

/// <summary>How long an award stays valid: either a period after the award, or until a fixed date.</summary>
/// <param name="Years">Years of the period.</param>
/// <param name="Months">Months of the period.</param>
/// <param name="Days">Days of the period.</param>
/// <param name="Until">The fixed end, or null when the period counts.</param>
public sealed partial record Validity(int Years, int Months, int Days, DateTimeOffset? Until)
{
    // Keeps every end within the calendar.
    private const int MaxYears = 100;

    /// <summary>Reads <c>P2Y</c>, <c>P6M</c>, <c>P1Y6M</c>, <c>P90D</c> (ISO 8601, at most 100 years, more than nothing) or a date <c>2027-12-31</c>, read as its first instant in UTC.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Validity? validity)
    {
        ArgumentNullException.ThrowIfNull(text);
        validity = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new Validity(0, 0, 0, new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero))
            : ParsePeriod(text);
        return validity is not null;
    }

    /// <summary>The end of validity of an award made at this instant.</summary>
    public DateTimeOffset EndFor(DateTimeOffset awardedOn) =>
        Until ?? awardedOn.AddYears(Years).AddMonths(Months).AddDays(Days);

    /// <summary>The form that <see cref="TryParse"/> reads.</summary>
    public override string ToString() => Until is { } until
        ? until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : string.Concat("P", Part(Years, 'Y'), Part(Months, 'M'), Part(Days, 'D'));

    private static Validity? ParsePeriod(string text)
    {
        var match = Period.Match(text);
        if (!match.Success)
        {
            return null;
        }

        var period = new Validity(Number(match, "y"), Number(match, "m"), Number(match, "d"), null);
        var days = (period.Years * 366) + (period.Months * 31) + period.Days;
        return days is > 0 and <= MaxYears * 366 ? period : null;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } digits ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : 0;

    private static string Part(int number, char unit) => number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{number}{unit}");

    [GeneratedRegex(@"^P(?=.)((?<y>[0-9]{1,3})Y)?((?<m>[0-9]{1,4})M)?((?<d>[0-9]{1,5})D)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Period { get; }
}
