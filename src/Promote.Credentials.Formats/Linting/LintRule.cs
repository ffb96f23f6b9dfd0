using System.Globalization;
using System.Text.Json;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Formats.Linting;

/// <summary>One named demand on a draft that its schema accepts already. One rule a file.</summary>
/// <param name="id">Stable id, <c>PC-L004</c> and so on; never used again for something else.</param>
/// <param name="families">The documents that it is about.</param>
internal abstract class LintRule(string id, FormatFamily families)
{
    internal string Id { get; } = id;

    internal FormatFamily Families { get; } = families;

    /// <summary>Everything in the draft that breaks the rule.</summary>
    internal abstract IEnumerable<LintFinding> Find(LintInput input);

    protected LintFinding Finding(string pointer, string message) => new(Id, pointer, message);

    /// <summary>The member, or an undefined element.</summary>
    protected static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    /// <summary>The items of the member, none when it is no array.</summary>
    protected static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    /// <summary>The values of a member that stands alone or in an array, as compacted JSON-LD has it, each with its pointer.</summary>
    protected static IEnumerable<(string Pointer, JsonElement Value)> Each(JsonElement element, string pointer, string name) => Member(element, name) switch
    {
        { ValueKind: JsonValueKind.Undefined } => [],
        { ValueKind: JsonValueKind.Array } array => array.EnumerateArray().Index().Select(item => (JsonPointer.Append(JsonPointer.Append(pointer, name), item.Index), item.Item)),
        var one => [(JsonPointer.Append(pointer, name), one)],
    };

    /// <summary>The member's text, or null.</summary>
    protected static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>An address that others can trust to be answered by whom it names: https, or http on this machine for a trial; else null.</summary>
    protected static Uri? WebAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)) ? uri : null;

    /// <summary>Whether both have one scheme, host and port.</summary>
    protected static bool IsSameOrigin(Uri one, Uri other) =>
        Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.Ordinal) == 0;

    /// <summary>A number as results write it: a point, no exponent, no group separators.</summary>
    protected static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
