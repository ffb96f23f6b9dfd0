using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>No member that means different things in the two published versions of the context: <c>nationalID</c> and <c>resultDistribution</c> were corrected between them.</summary>
internal sealed class NoLostValues() : LintRule("PC-L064", FormatFamily.Europass)
{
    private static readonly HashSet<string> Lost = ["nationalID", "resultDistribution"];

    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from node in input.Nodes
        from member in node.Value.EnumerateObject()
        where Lost.Contains(member.Name)
        select Finding(JsonPointer.Append(node.Pointer, member.Name), "Leave it out: readers with the other version of the context would not see it.");
}
