using System.Globalization;
using System.Text.RegularExpressions;

namespace Promote.Credentials.Formats.DataModel;

/// <summary>An instant as VC 2.0 §4.9 wants it: XML Schema 1.1 dateTimeStamp, that is, with a zone.</summary>
internal static partial class XsdDateTimeStamp
{
    /// <summary>Reads an instant; false without a zone, for a day that does not exist, and before the year 1.</summary>
    internal static bool TryParse(string? text, out DateTimeOffset instant)
    {
        instant = default;
        return text is not null
            && Form().IsMatch(text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant);
    }

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
