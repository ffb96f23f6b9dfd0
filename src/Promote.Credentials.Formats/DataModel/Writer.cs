using System.Runtime.InteropServices;
using System.Text.Json;
using Promote.Credentials.Formats.Linting;
using Promote.Credentials.Formats.StatusLists;

namespace Promote.Credentials.Formats.DataModel;

/// <summary>Makes a draft of a credential that a platform wrote: its own members in their order and bytes, and what signing here adds.</summary>
public static class Writer
{
    private const string DataIntegrityContext = "https://w3id.org/security/data-integrity/v2";

    /// <summary>
    /// Writes the draft; the same input gives the same bytes. A document of version 1.1 that gets an embedded proof gets the context that
    /// defines proofs, which version 2.0 has in its own.
    /// </summary>
    /// <param name="form">How it will be signed.</param>
    /// <param name="credential">The document, an object.</param>
    /// <param name="entries">The bits that will tell whether it still holds; none for a document that nobody can end.</param>
    /// <param name="urls">Where the lists are.</param>
    public static Draft Write(CredentialForm form, JsonElement credential, IReadOnlyList<StatusEntry> entries, PublicUrls urls)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(urls);
        return new Draft(form.Name, CompactJson.Object(json =>
        {
            foreach (var member in credential.EnumerateObject())
            {
                json.WritePropertyName(member.Name);
                if (member.NameEquals("@context"u8) && form.Cryptosuite is not null && NeedsProofContext(member.Value))
                {
                    WriteContexts(json, member.Value);
                }
                else
                {
                    json.WriteRawValue(JsonMarshal.GetRawUtf8Value(member.Value), skipInputValidation: true);
                }
            }

            WriteStatus(json, entries, urls);
        }));
    }

    private static bool NeedsProofContext(JsonElement contexts)
    {
        var all = contexts.ValueKind == JsonValueKind.Array ? contexts.EnumerateArray().ToList() : [contexts];
        return all.FirstOrDefault() is { ValueKind: JsonValueKind.String } first && first.ValueEquals(VersionOne.Context)
            && !all.Exists(one => one.ValueKind == JsonValueKind.String && one.ValueEquals(DataIntegrityContext));
    }

    private static void WriteContexts(Utf8JsonWriter json, JsonElement contexts)
    {
        json.WriteStartArray();
        foreach (var context in contexts.ValueKind == JsonValueKind.Array ? contexts.EnumerateArray().ToList() : [contexts])
        {
            json.WriteRawValue(JsonMarshal.GetRawUtf8Value(context), skipInputValidation: true);
        }

        json.WriteStringValue(DataIntegrityContext);
        json.WriteEndArray();
    }

    private static void WriteStatus(Utf8JsonWriter json, IReadOnlyList<StatusEntry> entries, PublicUrls urls)
    {
        if (entries.Count == 0)
        {
            return;
        }

        json.WritePropertyName("credentialStatus"u8);
        if (entries is [var only])
        {
            // An endorsement of Open Badges 3.0 takes one object and no list.
            EntryPart.WriteValue(json, only, urls);
            return;
        }

        json.WriteStartArray();
        foreach (var entry in entries)
        {
            EntryPart.WriteValue(json, entry, urls);
        }

        json.WriteEndArray();
    }
}
