using System.Text.Json;

namespace Promote.Credentials.Formats.DataModel;

/// <summary>The dates of validity are instants with a zone, and the end does not lie before the start (VC 2.0 §4.9).</summary>
internal static class Dates
{
    internal static IEnumerable<FormatProblem> Check(JsonElement document)
    {
        var from = Read(document, "validFrom", out var fromBroken);
        var until = Read(document, "validUntil", out var untilBroken);
        if (fromBroken)
        {
            yield return new("/validFrom", "Not an instant with a time zone.");
        }

        if (untilBroken)
        {
            yield return new("/validUntil", "Not an instant with a time zone.");
        }

        if (until < from)
        {
            yield return new("/validUntil", "Before validFrom.");
        }
    }

    private static DateTimeOffset? Read(JsonElement document, string name, out bool broken)
    {
        var readable = XsdDateTimeStamp.TryParse(document.Text(name), out var instant);
        broken = !readable && document.Member(name).ValueKind != JsonValueKind.Undefined;
        return readable ? instant : null;
    }
}
