using System.Text.Json;

namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>Who awards is named in the primary language, with the country: the Council Recommendation on micro-credentials asks for both.</summary>
internal sealed class AwardingBodyNamed() : LintRule("PC-L070", FormatFamily.Europass)
{
    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from node in input.Nodes
        where node.Type == "AwardingProcess"
        from body in Each(node.Value, node.Pointer, "awardingBody")
        where Member(body.Value, "legalName").ValueKind == JsonValueKind.Undefined || Text(Member(Member(Member(body.Value, "location"), "address"), "countryCode"), "id") is null
        select Finding(body.Pointer, "Give the awarding body with its name and its country.");
}
