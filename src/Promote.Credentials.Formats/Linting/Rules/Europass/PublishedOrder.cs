using Promote.Credentials.Formats.Europass;

namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>Members stand in the order of the published documents: id, type, then by the IRIs of the terms.</summary>
internal sealed class PublishedOrder() : LintRule("PC-L054", FormatFamily.Europass)
{
    private static readonly List<string> Order = ["id", "type", .. Terms.InOrder];

    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from node in input.Nodes
        let members = node.Value.EnumerateObject().Select(member => member.Name).Where(Order.Contains).ToList()
        where !members.SequenceEqual(Order.Where(members.Contains))
        select Finding(node.Pointer, "Write the members in the order of the published documents.");
}
