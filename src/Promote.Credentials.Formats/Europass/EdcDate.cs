using System.Globalization;

namespace Promote.Credentials.Formats.Europass;

/// <summary>Whether the calendar has a moment. The shapes ask only for the form of an <c>xsd:dateTime</c>, which the 30th of February has.</summary>
internal static class EdcDate
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss";
    private const int Length = 19;

    /// <summary>Whether a text in the form of an <c>xsd:dateTime</c> is a moment of the years 1 to 9999.</summary>
    public static bool Exists(string text) =>
        text.Length >= Length
        && DateTime.TryParseExact(text.AsSpan(0, Length), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        && IsOffset(text.AsSpan(Length).TrimStart(".0123456789"));

    // XML Schema Part 2 §3.3.7.2: at most fourteen hours.
    private static bool IsOffset(ReadOnlySpan<char> zone) =>
        zone is "" or "Z"
        || (TimeSpan.TryParseExact(zone[1..], @"hh\:mm", CultureInfo.InvariantCulture, out var offset) && offset <= TimeSpan.FromHours(14));
}
