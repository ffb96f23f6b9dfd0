using Promote.Credentials.Formats.Europass;

namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>Credit points are those of the European system, more than none, with a point and at most two decimals.</summary>
internal sealed class EctsPoints() : LintRule("PC-L068", FormatFamily.Europass)
{
    private const decimal Most = 600;

    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from node in input.Nodes
        where node.Type == "CreditPoint"
        let points = Number(Text(node.Value, "point"))
        where Text(Member(node.Value, "framework"), "id") != Concepts.Ects.Uri || points is not (> 0 and <= Most) || points.Value.Scale > 2
        select Finding(node.Pointer, "Give ECTS points between 0 and 600.");
}
