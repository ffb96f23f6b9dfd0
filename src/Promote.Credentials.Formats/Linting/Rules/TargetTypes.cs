using System.Text.RegularExpressions;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>Alignment.targetType is a term of OB 3.0 or ext: and a name. The official schema's pattern is unanchored and would let anything pass that holds one.</summary>
internal sealed partial class TargetTypes() : LeafRule("PC-L012", FormatFamily.OpenBadges3, ["targetType"], "Take a targetType of Open Badges 3.0, or ext: and letters, digits, dots, hyphens, underscores.")
{
    internal override bool IsBrokenBy(LintLeaf leaf, LintInput input) => !Term.IsMatch(leaf.Text ?? "");

    [GeneratedRegex("^(ceasn:Competency|ceterms:Credential|CFItem|CFRubric|CFRubricCriterion|CFRubricCriterionLevel|CTDL|ext:[A-Za-z0-9._-]+)\\z")]
    private static partial Regex Term { get; }
}
