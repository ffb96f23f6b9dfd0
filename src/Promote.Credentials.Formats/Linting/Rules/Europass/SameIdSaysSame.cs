using System.Text.Json;

namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>What has one id says one thing: nodes with the same id are one node of the graph, so each would say what the other says.</summary>
internal sealed class SameIdSaysSame() : LintRule("PC-L056", FormatFamily.Europass)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        var said = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var node in input.Nodes)
        {
            if (Text(node.Value, "id") is { } id && !said.TryAdd(id, node.Value) && !JsonElement.DeepEquals(said[id], node.Value))
            {
                yield return Finding(node.Pointer, "Give a node that says something else an id of its own.");
            }
        }
    }
}
