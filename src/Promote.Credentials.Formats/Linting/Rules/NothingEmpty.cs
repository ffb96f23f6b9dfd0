using System.Text.Json;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>Open Badges leave out what is not there: no null, no empty text, array or object.</summary>
internal sealed class NothingEmpty() : LintRule("PC-L017", FormatFamily.OpenBadges3 | FormatFamily.OpenBadges2 | FormatFamily.Europass)
{
    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from leaf in input.Leaves
        where leaf.Value.ValueKind is JsonValueKind.Null or JsonValueKind.Array or JsonValueKind.Object || string.IsNullOrWhiteSpace(leaf.Text ?? "x")
        select Finding(leaf.Pointer, "Leave out a member that says nothing.");
}
