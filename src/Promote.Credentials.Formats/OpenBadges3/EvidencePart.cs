using System.Text.Json;
using Promote.Credentials.Domain.Awards;

namespace Promote.Credentials.Formats.OpenBadges3;

/// <summary>OB 3.0 Evidence. It stands on the credential: inside credentialSubject the context does not know it.</summary>
internal static class EvidencePart
{
    internal static void Write(Utf8JsonWriter json, IReadOnlyList<Evidence> evidence)
    {
        if (evidence.Count == 0)
        {
            return;
        }

        json.WriteStartArray("evidence"u8);
        foreach (var item in evidence)
        {
            json.WriteStartObject();
            json.WriteOptional("id"u8, item.Url?.AbsoluteUri);
            json.WriteType("Evidence");
            json.WriteOptional("name"u8, item.Name);
            json.WriteOptional("narrative"u8, item.Narrative);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
