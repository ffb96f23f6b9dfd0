using System.Text.Json;
using Promote.Credentials.Formats.Europass;

namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>What a document says about how it is shown.</summary>
internal static class Display
{
    /// <summary>The languages of the document, by the two letters that its texts are keyed with.</summary>
    internal static IEnumerable<string> Languages(LintInput input)
    {
        if (!input.Root.TryGetProperty("displayParameter", out var display) || !display.TryGetProperty("language", out var languages))
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
