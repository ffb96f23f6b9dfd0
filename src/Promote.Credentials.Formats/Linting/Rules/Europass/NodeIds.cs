using System.Text.RegularExpressions;
using Promote.Credentials.Formats.Europass;

namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>Every node has an id: a published URI for what others define, the fields of the certificate under their fixed ids, else <c>urn:epass:</c>, class and number.</summary>
internal sealed partial class NodeIds() : LintRule("PC-L055", FormatFamily.Europass)
{
    private static readonly HashSet<string> Published = ["Concept", "ConceptScheme", Terms.SchemaType, "EuropeanDigitalCredential"];

    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from node in input.Nodes
        let id = Text(node.Value, "id") ?? ""
        where Published.Contains(node.Type) ? !Uri.IsWellFormedUriString(id, UriKind.Absolute) : !Own.IsMatch(id)
        select Finding(node.Pointer, "Give the node an id: urn:epass:, its class and a number.");

    // The organisation that owns the seal has a UUID behind its number.
    [GeneratedRegex("^urn:(epass:[a-zA-Z]+:[0-9]+([0-9a-f-]{36})?|certificate(Identifier|Location|Address):1)\\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Own { get; }
}
