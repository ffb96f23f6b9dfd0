using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Server.Web.Json;

/// <summary>An instant with a zone, or a date, which is its first instant in UTC. Both become UTC.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    private const string Date = "yyyy-MM-dd";

    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : "";
        return TryParse(text, out var instant)
            ? instant
            : throw new RefusedJsonException(RefusalCode.InvalidDate, "Give a date (2026-11-20) or an instant with its zone (2026-11-20T09:30:00Z).");
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));

    /// <summary>Reads an instant with its zone; a date is none.</summary>
    public static bool TryParseInstant(string text, out DateTimeOffset instant)
    {
        // "K" matches no zone at all, too, and would read that as local time.
        instant = default;
        return HasZone(text)
            && DateTimeOffset.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out instant);
    }

    private static bool TryParse(string text, out DateTimeOffset instant)
    {
        if (text.Length == Date.Length)
        {
            return DateTimeOffset.TryParseExact(text, Date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);
        }

        return TryParseInstant(text, out instant);
    }

    private static bool HasZone(string text) => text.EndsWith('Z') || text.Length > 6 && text[^6] is '+' or '-';
}
