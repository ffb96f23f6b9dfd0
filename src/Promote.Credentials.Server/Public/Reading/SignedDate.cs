using System.Globalization;

namespace Promote.Credentials.Server.Public.Reading;

/// <summary>An instant of a signed document as a reader wants it: a day, and the time where it is not midnight UTC.</summary>
internal sealed record SignedDate(string Signed, string Text)
{
    public static SignedDate? Of(string? signed)
    {
        if (!DateTimeOffset.TryParse(signed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            return null;
        }

        return new(signed!, Write(instant));
    }

    public static SignedDate Of(DateTimeOffset instant) =>
        new(instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), Write(instant));

    private static string Write(DateTimeOffset instant) => instant.UtcDateTime.ToString(
        instant.UtcDateTime.TimeOfDay == TimeSpan.Zero ? "d MMMM yyyy" : "d MMMM yyyy, HH:mm 'UTC'",
        CultureInfo.InvariantCulture);
}
