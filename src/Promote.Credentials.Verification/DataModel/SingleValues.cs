using System.Buffers;
using System.Text.Json;

namespace Promote.Credentials.Verification.DataModel;

/// <summary>The members of Open Badges 3.0 that are lists in its schemas, where a document gives one value.</summary>
internal static class SingleValues
{
    private static readonly HashSet<string> Lists =
    [
        "type", "endorsement", "endorsementJwt", "evidence", "credentialSchema", "termsOfUse", "identifier", "result", "alignment", "otherIdentifier",
        "related", "resultDescription", "tag", "allowedValue", "rubricCriterionLevel",
    ];

    // The schema of these has one string as their type.
    private static readonly HashSet<string> OneType = ["image", "identifier", "otherIdentifier", "proof", "credentialSchema", "credentialStatus", "refreshService", "termsOfUse", "geo"];

    /// <summary>The same document with lists of one in the place of single values.</summary>
    internal static JsonElement AsLists(JsonElement document)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output))
        {
            Write(json, document, owner: "");
        }

        using var parsed = JsonDocument.Parse(new ReadOnlySequence<byte>(output.WrittenMemory));
        return parsed.RootElement.Clone();
    }

    private static void Write(Utf8JsonWriter json, JsonElement value, string owner)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            json.WriteStartArray();
            foreach (var item in value.EnumerateArray())
            {
                Write(json, item, owner);
            }

            json.WriteEndArray();
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            json.WriteStartObject();
            foreach (var member in value.EnumerateObject())
            {
                WriteMember(json, member, owner);
            }

            json.WriteEndObject();
        }
        else
        {
            value.WriteTo(json);
        }
    }

    private static void WriteMember(Utf8JsonWriter json, JsonProperty member, string owner)
    {
        json.WritePropertyName(member.Name);
        var wrap = member.Value.ValueKind != JsonValueKind.Array && Lists.Contains(member.Name) && !(member.NameEquals("type") && OneType.Contains(owner));
        if (wrap)
        {
            json.WriteStartArray();
        }

        Write(json, member.Value, member.Name);
        if (wrap)
        {
            json.WriteEndArray();
        }
    }
}
