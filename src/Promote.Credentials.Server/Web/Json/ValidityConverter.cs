using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Server.Web.Json;

/// <summary>How long an award stays valid: an ISO 8601 period of years, months and days (<c>P2Y</c>) or a date (<c>2027-12-31</c>).</summary>
internal sealed partial class ValidityConverter : JsonConverter<Validity>
{
    private const string DateFormat = "yyyy-MM-dd";

    private const string Expected = "Give null, a period such as P2Y, P6M or P90D, or a date such as 2027-12-31.";

    public override Validity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : "";
        if (DateTimeOffset.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until))
        {
            return new(0, 0, 0, until);
        }

        var period = Period().Match(text);
        var validity = new Validity(Number(period.Groups["years"]), Number(period.Groups["months"]), Number(period.Groups["days"]), null);
        return validity is { Years: 0, Months: 0, Days: 0 } ? throw new RefusedJsonException(RefusalCode.InvalidValue, Expected) : validity;
    }

    public override void Write(Utf8JsonWriter writer, Validity value, JsonSerializerOptions options) => writer.WriteStringValue(
        value.Until is { } until
            ? until.ToString(DateFormat, CultureInfo.InvariantCulture)
            : new StringBuilder("P").Append(Part(value.Years, 'Y')).Append(Part(value.Months, 'M')).Append(Part(value.Days, 'D')).ToString());

    private static string Part(int number, char unit) => number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{number}{unit}");

    private static int Number(Group group) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    // Two, three and four digits keep the end of every period within the calendar.
    [GeneratedRegex(@"^P(?:(?<years>[0-9]{1,2})Y)?(?:(?<months>[0-9]{1,3})M)?(?:(?<days>[0-9]{1,4})D)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Period();
}
