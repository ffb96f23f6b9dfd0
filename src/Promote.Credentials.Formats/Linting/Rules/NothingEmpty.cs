using System.Text.Json;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>OB 3.0 leaves out what is not there: no null, no empty text, array or object.</summary>
internal sealed class NothingEmpty() : LintRule("PC-L017")
{
    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from leaf in input.Leaves
        where leaf.Value.ValueKind is JsonValueKind.Null or JsonValueKind.Array or JsonValueKind.Object || string.IsNullOrWhiteSpace(leaf.Text ?? "x")
        select Finding(leaf.Pointer, "Leave out a member that says nothing.");
}
