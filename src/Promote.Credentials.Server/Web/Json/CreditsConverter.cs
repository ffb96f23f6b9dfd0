using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Server.Web.Json;

/// <summary>Credit points: <c>{"ects":"2"}</c>, a decimal as text so that 1.5 stays 1.5 in every reader.</summary>
internal sealed class CreditsConverter : JsonConverter<Credits>
{
    private const string Expected = "Give credits as {\"ects\":\"2\"} or {\"ects\":\"1.5\"}.";

    private const decimal Most = 1000;

    public override Credits Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartObject
            && reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("ects")
            && reader.Read() && reader.TokenType == JsonTokenType.String
            && decimal.TryParse(reader.GetString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var ects)
            && ects is > 0 and <= Most
            && reader.Read() && reader.TokenType == JsonTokenType.EndObject)
        {
            return new(ects);
        }

        throw new RefusedJsonException(RefusalCode.InvalidValue, Expected);
    }

    public override void Write(Utf8JsonWriter writer, Credits value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("ects", value.Ects.ToString(CultureInfo.InvariantCulture));
        writer.WriteEndObject();
    }
}
