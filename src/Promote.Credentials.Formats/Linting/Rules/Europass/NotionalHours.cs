using System.Text.RegularExpressions;

namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>A workload is hours: months and years of a calendar say nothing about work, and published documents confuse <c>P60M</c> with sixty hours.</summary>
internal sealed partial class NotionalHours() : LeafRule("PC-L067", FormatFamily.Europass, ["volumeOfLearning", "workload"], "Give the hours as PT60H.")
{
    internal override bool IsBrokenBy(LintLeaf leaf, LintInput input) => !Hours.IsMatch(leaf.Text ?? "");

    [GeneratedRegex("^PT[1-9][0-9]{0,4}H\\z")]
    private static partial Regex Hours { get; }
}
