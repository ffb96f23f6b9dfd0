using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>Of the learner only the name, the day of birth and what was achieved: recipients are at risk, and documents travel.</summary>
internal sealed class NoMoreOfThePerson() : LintRule("PC-L075", FormatFamily.Europass)
{
    private static readonly HashSet<string> Members = ["id", "type", "givenName", "familyName", "fullName", "dateOfBirth", "hasClaim"];

    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from node in input.Nodes
        where node.Type == "Person"
        from member in node.Value.EnumerateObject()
        where !Members.Contains(member.Name)
        select Finding(JsonPointer.Append(node.Pointer, member.Name), "Leave out what readers of a certificate do not need.");
}
