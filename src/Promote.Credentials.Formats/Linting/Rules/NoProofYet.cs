using System.Text.Json;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>A draft is unsigned; a proof in it would be one that this service did not make.</summary>
internal sealed class NoProofYet() : LintRule("PC-L019", FormatFamily.OpenBadges3 | FormatFamily.OpenBadges2 | FormatFamily.StatusList | FormatFamily.DataModel)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        if (Member(input.Root, "proof").ValueKind != JsonValueKind.Undefined)
        {
            yield return Finding("/proof", "Take the proof away.");
        }
    }
}
