using System.Text.Json;

namespace Promote.Credentials.Formats.OpenBadges2;

/// <summary>The Open Badges 3.0 form of the same thing (OB 3.0 Implementation Guide, Migrating).</summary>
internal static class RelatedPart
{
    internal static void Write(Utf8JsonWriter json, JsonEncodedText type, string id)
    {
        json.WriteStartArray("related"u8);
        json.WriteStartObject();
        json.WriteStartArray("type"u8);
        json.WriteStringValue(type);
        json.WriteEndArray();
        json.WriteString("id"u8, id);
        json.WriteString("version"u8, Terms.OpenBadges3);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
