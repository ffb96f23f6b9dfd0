using System.Text.Json;

namespace Promote.Credentials.Formats.OpenBadges3;

/// <summary>Members of documents that anybody may have written: JSON-LD lets one value stand for an array of one, and a text be a language value object.</summary>
internal static class TolerantJson
{
    extension(JsonElement element)
    {
        /// <summary>The member, the first item when it is an array, or an undefined element.</summary>
        internal JsonElement Part(string name) => element.Items(name).FirstOrDefault();

        /// <summary>The member as text; null when it has none.</summary>
        internal string? Text(string name) => AsText(element.Part(name));

        /// <summary>All texts of the member.</summary>
        internal IReadOnlyList<string> Texts(string name) => [.. element.Items(name).Select(AsText).OfType<string>()];

        /// <summary>The member's number as it is written.</summary>
        internal string? Number(string name) =>
            element.Part(name) is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : element.Text(name);

        /// <summary>The items of the member; one item when it is no array; none when it is not there.</summary>
        internal IEnumerable<JsonElement> Items(string name)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var member))
            {
                return [];
            }

            return member.ValueKind == JsonValueKind.Array ? member.EnumerateArray() : [member];
        }
    }

    private static string? AsText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object when value.TryGetProperty("@value", out var text) && text.ValueKind == JsonValueKind.String => text.GetString(),
        _ => null,
    };
}
