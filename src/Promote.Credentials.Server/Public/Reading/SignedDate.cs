using System.Globalization;
using Promote.Credentials.Server.Languages;

namespace Promote.Credentials.Server.Public.Reading;

/// <summary>An instant of a signed document as a reader wants it: a day, and the time where it is not midnight UTC.</summary>
internal sealed record SignedDate(string Signed, string Text)
{
    public static SignedDate? Of(string? signed, Texts texts) =>
        DateTimeOffset.TryParse(signed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? new(signed!, texts.Instant(instant)) : null;

    public static SignedDate Of(DateTimeOffset instant, Texts texts) =>
        new(instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), texts.Instant(instant));
}
