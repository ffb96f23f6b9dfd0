using System.Text.Json;

namespace Promote.Credentials.Formats.Europass;

/// <summary>The languages that a document is in, read back out of it.</summary>
internal static class DocumentLanguages
{
    /// <summary>The languages of the document, by the two letters that its texts are keyed with.</summary>
    internal static IEnumerable<string> Of(JsonElement document)
    {
        if (!document.TryGetProperty("displayParameter", out var display) || !display.TryGetProperty("language", out var languages))
        {
            return [];
        }

        IEnumerable<JsonElement> concepts = languages.ValueKind == JsonValueKind.Array ? languages.EnumerateArray() : [languages];
        return from concept in concepts
               let code = concept.TryGetProperty("id", out var id) ? Concepts.European.GetValueOrDefault(id.ToString())?.Code : null
               where code is not null
               select code;
    }
}
