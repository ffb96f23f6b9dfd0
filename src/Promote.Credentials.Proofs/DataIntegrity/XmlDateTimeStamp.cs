using System.Globalization;
using System.Text.RegularExpressions;

namespace Promote.Credentials.Proofs.DataIntegrity;

/// <summary>dateTimeStamp of XML Schema 1.1 part 2 §3.4.28: an instant, never without its zone.</summary>
internal static partial class XmlDateTimeStamp
{
    public static bool TryParse(string text, out DateTimeOffset instant)
    {
        instant = default;
        return Form().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out instant);
    }

    /// <summary>In UTC and whole seconds.</summary>
    public static string Format(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})\z")]
    private static partial Regex Form();
}
