using System.Text.Json;

namespace Promote.Credentials.Formats.Linting;

/// <summary>One named demand on a draft that its schema accepts already. One rule a file.</summary>
/// <param name="id">Stable id, <c>PC-L004</c> and so on; never used again for something else.</param>
internal abstract class LintRule(string id)
{
    internal string Id { get; } = id;

    /// <summary>Everything in the draft that breaks the rule.</summary>
    internal abstract IEnumerable<LintFinding> Find(LintInput input);

    protected LintFinding Finding(string pointer, string message) => new(Id, pointer, message);

    /// <summary>The member, or an undefined element.</summary>
    protected static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    /// <summary>The items of the member, none when it is no array.</summary>
    protected static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    /// <summary>The member's text, or null.</summary>
    protected static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
