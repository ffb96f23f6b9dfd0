namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>All claims come from one award: one body awarded them, on one day.</summary>
internal sealed class OneAwardingProcess() : LintRule("PC-L071", FormatFamily.Europass)
{
    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        input.Nodes.Where(node => node.Type == "AwardingProcess").DistinctBy(node => Text(node.Value, "id")).Skip(1)
            .Select(node => Finding(node.Pointer, "Give every claim the same awarding process."));
}
