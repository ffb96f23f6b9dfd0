using System.Collections.Frozen;
using System.Text.Json;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Formats.Linting;

/// <summary>The rules about single values. One walk asks them all, and only what breaks one has its pointer spelled out.</summary>
internal sealed class LeafRules
{
    private readonly LeafRule[] ofEvery;
    private readonly FrozenDictionary<string, LeafRule[]> ofName;

    internal LeafRules(IReadOnlyCollection<LeafRule> rules)
    {
        ofEvery = [.. rules.Where(rule => rule.Names.Count == 0)];
        ofName = (from rule in rules from name in rule.Names group rule by name).ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Everything in the draft that breaks one of the rules, in the order in which it stands there.</summary>
    internal List<LintFinding> Find(LintInput input)
    {
        var walk = new Walk(this, input);
        walk.Through(input.Root, "");
        return walk.Findings;
    }

    private sealed class Walk(LeafRules rules, LintInput input)
    {
        private readonly List<(string? Member, int Item)> path = [];

        public List<LintFinding> Findings { get; } = [];

        public void Through(JsonElement element, string name)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object when element.GetPropertyCount() > 0:
                    foreach (var member in element.EnumerateObject())
                    {
                        var inner = member.Name;
                        path.Add((inner, 0));
                        Through(member.Value, inner);
                        path.RemoveAt(path.Count - 1);
                    }

                    break;
                case JsonValueKind.Array when element.GetArrayLength() > 0:
                    var index = 0;
                    foreach (var item in element.EnumerateArray())
                    {
                        path.Add((null, index++));
                        Through(item, name);
                        path.RemoveAt(path.Count - 1);
                    }

                    break;
                default:
                    var leaf = new LintLeaf(name, element, element.ValueKind == JsonValueKind.String ? element.GetString() : null);
                    Ask(rules.ofEvery, leaf);
                    if (rules.ofName.TryGetValue(name, out var ofName))
                    {
                        Ask(ofName, leaf);
                    }

                    break;
            }
        }

        private void Ask(LeafRule[] asked, in LintLeaf leaf)
        {
            foreach (var rule in asked)
            {
                if (rule.IsBrokenBy(leaf, input))
                {
                    Findings.Add(rule.At(path.Aggregate("", (pointer, step) => step.Member is { } member ? JsonPointer.Append(pointer, member) : JsonPointer.Append(pointer, step.Item))));
                }
            }
        }
    }
}
