using System.Text.Json;
using System.Text.Json.Nodes;

namespace Promote.Credentials.Tests.Verification;

/// <summary>Every text in a document, by its path, and the document with one of them changed.</summary>
internal static class Leaves
{
    public static IEnumerable<string> Of(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member => Of(member.Value!)),
        JsonArray items => items.SelectMany(item => Of(item!)),
        _ when node.GetValueKind() == JsonValueKind.String => [node.GetPath()],
        _ => [],
    };

    /// <summary>The last character becomes another one of the same kind, so that the form of most values stays sound.</summary>
    public static string Changed(JsonNode document, string path)
    {
        var copy = document.DeepClone();
        var leaf = Find(copy, path);
        var text = leaf.GetValue<string>();
        leaf.ReplaceWith(text[..^1] + (text[^1] == 'a' ? 'b' : 'a'));
        return copy.ToJsonString();
    }

    private static JsonNode Find(JsonNode node, string path) => node switch
    {
        _ when node.GetPath() == path => node,
        JsonObject members => members.Select(member => Find(member.Value!, path)).FirstOrDefault(found => found is not null)!,
        JsonArray items => items.Select(item => Find(item!, path)).FirstOrDefault(found => found is not null)!,
        _ => null!,
    };
}
