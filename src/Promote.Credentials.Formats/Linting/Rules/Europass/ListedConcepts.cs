using Promote.Credentials.Formats.Europass;

namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>A concept of a European list is in that list, stands beside it, and bears its published English label.</summary>
internal sealed class ListedConcepts() : LintRule("PC-L057", FormatFamily.Europass)
{
    private const string Esco = "http://data.europa.eu/esco/";

    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from node in input.Nodes
        where node.Type == "Concept" && Text(node.Value, "id")?.StartsWith(Esco, StringComparison.Ordinal) != true && !IsPublished(node)
        select Finding(node.Pointer, "Give a concept of the published list with its list and its published label.");

    private static bool IsPublished(LintNode node) =>
        Uri.TryCreate(Text(node.Value, "id"), UriKind.Absolute, out var uri)
        && Concepts.European.TryGetValue(uri.OriginalString, out var concept)
        && Text(Member(node.Value, "inScheme"), "id") == concept.Scheme
        && Text(Member(node.Value, "prefLabel"), "en") == concept.Label.In("en");
}
