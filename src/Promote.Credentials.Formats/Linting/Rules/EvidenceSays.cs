using System.Text.Json;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>A piece of evidence leads somewhere or says something (Open Badges 2.0, Evidence).</summary>
internal sealed class EvidenceSays() : LintRule("PC-L048", FormatFamily.OpenBadges2)
{
    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from evidence in Items(input.Root, "evidence").Index()
        where evidence.Item.ValueKind == JsonValueKind.Object && !Members.Any(member => Text(evidence.Item, member) is not null)
        select Finding(JsonPointer.Append("/evidence", evidence.Index), "Give an id, a name, a narrative or a description.");

    private static readonly string[] Members = ["id", "name", "narrative", "description"];
}
