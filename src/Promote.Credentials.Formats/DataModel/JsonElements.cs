using System.Text.Json;

namespace Promote.Credentials.Formats.DataModel;

/// <summary>Ways to look into JSON of unknown shape that never throw.</summary>
internal static class JsonElements
{
    /// <summary>The member of an object; an undefined element when this is no object or has no such member.</summary>
    internal static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    /// <summary>The text of a member, or null when it is absent or no string.</summary>
    internal static string? Text(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>The <c>id</c> of a member that is either an id or an object with one.</summary>
    internal static string? IdOf(this JsonElement element, string name) =>
        element.Text(name) ?? element.Member(name).Text("id");

    /// <summary>A member as a list: its items when it is an array, itself when it is one value, nothing when it is absent.</summary>
    internal static IEnumerable<JsonElement> Each(this JsonElement element, string name)
    {
        var member = element.Member(name);
        return member.ValueKind switch
        {
            JsonValueKind.Undefined => [],
            JsonValueKind.Array => member.EnumerateArray(),
            _ => [member],
        };
    }

    /// <summary>Whether a member is this text or a list that has it.</summary>
    internal static bool Names(this JsonElement element, string name, string text) =>
        element.Each(name).Any(item => item.ValueKind == JsonValueKind.String && item.ValueEquals(text));
}
