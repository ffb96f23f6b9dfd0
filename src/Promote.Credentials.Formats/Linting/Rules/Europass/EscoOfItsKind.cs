using Promote.Credentials.Formats.Europass;

namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>What is called an ESCO skill or occupation leads to one and stands beside the list of its kind.</summary>
internal sealed class EscoOfItsKind() : LintRule("PC-L073", FormatFamily.Europass)
{
    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from node in input.Nodes
        from found in Each(node.Value, node.Pointer, "relatedESCOSkill").Select(concept => (concept, Prefix: "http://data.europa.eu/esco/skill/", Scheme: Terms.EscoSkills))
            .Concat(Each(node.Value, node.Pointer, "limitOccupation").Select(concept => (concept, Prefix: "http://data.europa.eu/esco/occupation/", Scheme: Terms.EscoOccupations)))
        where Text(found.concept.Value, "id")?.StartsWith(found.Prefix, StringComparison.Ordinal) != true || Text(Member(found.concept.Value, "inScheme"), "id") != found.Scheme
        select Finding(found.concept.Pointer, "Give a concept of ESCO with the list of its kind.");
}
