namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>Learning begins before it ends.</summary>
internal sealed class LearningPeriod() : LintRule("PC-L066", FormatFamily.Europass)
{
    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from node in input.Nodes
        where node.Type == "PeriodOfTime" && string.CompareOrdinal(Text(node.Value, "startDate"), Text(node.Value, "endDate") ?? "9") > 0
        select Finding(node.Pointer, "The period ends after it begins.");
}
