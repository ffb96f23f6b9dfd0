using System.Text.Json;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>A single value stands alone, as in the compacted form that is published; only types and contexts are always lists.</summary>
internal sealed class NothingAloneInAnArray() : LintRule("PC-L078", FormatFamily.Europass)
{
    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from node in input.Nodes
        from member in node.Value.EnumerateObject()
        where member.Value.ValueKind == JsonValueKind.Array && member.Value.GetArrayLength() == 1
        select Finding(JsonPointer.Append(node.Pointer, member.Name), "Write a single value without brackets.");
}
