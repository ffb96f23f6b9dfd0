using System.Text.Json;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>Open Badges leave out what is not there: no null, no empty text, array or object.</summary>
internal sealed class NothingEmpty() : LeafRule("PC-L017", FormatFamily.OpenBadges3 | FormatFamily.OpenBadges2 | FormatFamily.Europass, [], "Leave out a member that says nothing.")
{
    internal override bool IsBrokenBy(LintLeaf leaf, LintInput input) => leaf.Value.ValueKind is JsonValueKind.Null or JsonValueKind.Array or JsonValueKind.Object || string.IsNullOrWhiteSpace(leaf.Text ?? "x");
}
