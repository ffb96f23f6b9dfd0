using System.Globalization;

namespace Promote.Credentials.Server.Sharing;

/// <summary>What the form of the holder's page says: two boxes and an end.</summary>
internal sealed record ShareForm(bool Name, bool Results, string Until, string Date)
{
    /// <summary>The largest form in bytes: ten times what the page sends.</summary>
    public const int MaxBytes = 1024;

    /// <summary>The one media type that the page sends.</summary>
    public const string UrlEncoded = "application/x-www-form-urlencoded";

    public const string NameField = "name";
    public const string ResultsField = "results";
    public const string UntilField = "until";
    public const string DateField = "date";

    /// <summary>The ends that can be chosen, in the order of the page.</summary>
    public static IReadOnlyList<string> Ends { get; } = ["day", "week", "month", "year", "date", "never"];

    // A year with five digits is a slip of the hand, and no date that a link could reach.
    private static readonly DateOnly LastDay = new(2199, 12, 31);

    /// <summary>Reads a form; null when the body is none.</summary>
    /// <exception cref="InvalidDataException">A name or a value is not text, such as one with a null character.</exception>
    public static async Task<ShareForm?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.GetTypedHeaders().ContentType?.MatchesMediaType(UrlEncoded) != true)
        {
            return null;
        }

        // MaxBytes is less than every limit of this reader: there is no form that it refuses.
        var form = await request.ReadFormAsync(cancellationToken);
        return new(form.ContainsKey(NameField), form.ContainsKey(ResultsField), form[UntilField].ToString(), form[DateField].ToString());
    }

    /// <summary>When the link is to end: the chosen day counts to its end, in UTC. Null for a link without an end.</summary>
    /// <returns>Whether the date is one, and not over.</returns>
    public bool TryEnd(DateTimeOffset now, out DateTimeOffset? end)
    {
        end = Until switch
        {
            "day" => now.AddDays(1),
            "week" => now.AddDays(7),
            "month" => now.AddMonths(1),
            "year" => now.AddYears(1),
            "date" => EndOf(Date),
            _ => null,
        };
        return Until != "date" || end > now;
    }

    private static DateTimeOffset? EndOf(string date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day <= LastDay
            ? new DateTimeOffset(day, new TimeOnly(23, 59, 59), TimeSpan.Zero)
            : null;
}
