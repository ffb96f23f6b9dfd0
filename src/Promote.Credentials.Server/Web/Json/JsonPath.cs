using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Server.Web.Json;

/// <summary>The path that <see cref="System.Text.Json.JsonException"/> gives, <c>$.results[0].value</c>, as an RFC 6901 pointer.</summary>
internal static class JsonPath
{
    public static string ToPointer(string? path)
    {
        var pointer = "";
        var rest = path.AsSpan();
        rest = rest.StartsWith("$") ? rest[1..] : rest;
        while (rest.Length > 0)
        {
            pointer = JsonPointer.Append(pointer, NextName(ref rest).ToString());
        }

        return pointer;
    }

    private static ReadOnlySpan<char> NextName(ref ReadOnlySpan<char> rest)
    {
        // Names with special characters stand as ['…'], elements as [0], everything else as .name.
        var (open, close) = rest.StartsWith("['") ? (2, "']") : rest[0] == '[' ? (1, "]") : (1, null);
        var body = rest[open..];
        var end = close is null ? body.IndexOfAny('.', '[') : body.IndexOf(close);
        var name = end < 0 ? body : body[..end];
        rest = end < 0 ? [] : body[(end + (close?.Length ?? 0))..];
        return name;
    }
}
