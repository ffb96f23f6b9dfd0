using System.Text.Json;

namespace Promote.Credentials.Server.Public;

/// <summary>
/// What of a signed credential everybody may see: an allow-list, so that whatever a later format adds stays with the holder
/// until somebody decides otherwise. The values are the signed ones.
/// </summary>
internal static class PublicPart
{
    private static readonly string[] OfCredential = ["@context", "id", "type", "name", "issuer", "validFrom", "validUntil", "awardedDate"];
    private static readonly string[] OfSubject = ["type", "activityStartDate", "activityEndDate", "achievement"];

    public static void Write(Utf8JsonWriter json, JsonElement credential) => Write(json, credential, OfCredential, OfSubject);

    /// <summary>The same with what a holder's own link may show besides: results, evidence, narrative; never the recipient's identifiers.</summary>
    public static void WriteWithResults(Utf8JsonWriter json, JsonElement credential) =>
        Write(json, credential, [.. OfCredential, "evidence"], [.. OfSubject, "result", "narrative"]);

    private static void Write(Utf8JsonWriter json, JsonElement credential, string[] ofCredential, string[] ofSubject)
    {
        json.WriteStartObject();
        WriteMembers(json, credential, ofCredential);
        if (credential.TryGetProperty("credentialSubject", out var subject) && subject.ValueKind == JsonValueKind.Object)
        {
            json.WriteStartObject("credentialSubject"u8);
            WriteMembers(json, subject, ofSubject);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter json, JsonElement from, string[] names)
    {
        foreach (var name in names)
        {
            if (from.TryGetProperty(name, out var value))
            {
                json.WritePropertyName(name);
                value.WriteTo(json);
            }
        }
    }
}
