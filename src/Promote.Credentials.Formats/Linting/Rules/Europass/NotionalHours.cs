using System.Text.RegularExpressions;

namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>A workload is hours: months and years of a calendar say nothing about work, and published documents confuse <c>P60M</c> with sixty hours.</summary>
internal sealed partial class NotionalHours() : LintRule("PC-L067", FormatFamily.Europass)
{
    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from leaf in input.Leaves
        where leaf.Name is "volumeOfLearning" or "workload" && !Hours.IsMatch(leaf.Text ?? "")
        select Finding(leaf.Pointer, "Give the hours as PT60H.");

    [GeneratedRegex("^PT[1-9][0-9]{0,4}H\\z")]
    private static partial Regex Hours { get; }
}
