using System.Collections.Frozen;
using System.Text.Json;
using Promote.Credentials.LinkedData.Rdf;

namespace Promote.Credentials.Formats.DataModel;

/// <summary>
/// A signature over RDF covers what members mean and not how they are called. Whoever renames <c>credentialStatus</c> into its IRI, or into
/// an alias of a context of his own, or states it at another mention of the same node, leaves the signature whole and hides it from readers
/// of JSON. So everything that is stated about a document has to stand in it under its own name (Data Integrity 1.0 §4.6).
/// </summary>
internal static class NamedAsMeant
{
    private const string Credentials = "https://www.w3.org/2018/credentials#";
    private const string RdfType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

    // What decides whether a document holds, for whom and by whom, by the name under which readers look for it.
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [RdfType] = "type",
        [Credentials + "issuer"] = "issuer",
        [Credentials + "validFrom"] = "validFrom",
        [Credentials + "validUntil"] = "validUntil",
        [Credentials + "issuanceDate"] = "issuanceDate",
        [Credentials + "expirationDate"] = "expirationDate",
        [Credentials + "credentialSubject"] = "credentialSubject",
        [Credentials + "credentialStatus"] = "credentialStatus",
        [Credentials + "credentialSchema"] = "credentialSchema",
        [Credentials + "refreshService"] = "refreshService",
        [Credentials + "termsOfUse"] = "termsOfUse",
        [Credentials + "evidence"] = "evidence",
        [Credentials + "relatedResource"] = "relatedResource",
        [Credentials + "holder"] = "holder",
        [Credentials + "verifiableCredential"] = "verifiableCredential",
        ["https://purl.imsglobal.org/spec/vc/ob/vocab.html#endorsement"] = "endorsement",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // These stand for nodes and their shape; their names with an at sign would hide them, or members below them.
    private static readonly FrozenSet<string> Hiding = FrozenSet.Create(StringComparer.Ordinal, "@id", "@type", "@graph", "@included", "@reverse", "@nest", "@index");

    /// <summary>Compares a document with what it says in RDF.</summary>
    internal static IEnumerable<FormatProblem> Check(JsonElement document, RdfDataset rdf) =>
        [.. Hides(document) ? HidingMembers(document, "") : [], .. HidingTerms(document), .. Unnamed(document, rdf)];

    // Every member of every document comes through here, and hardly one hides anything: no pointer is written before one does.
    private static bool Hides(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object && !element.TryGetProperty("@value"u8, out _))
        {
            foreach (var member in element.EnumerateObject())
            {
                if (!member.NameEquals("@context"u8) && (Hiding.Contains(member.Name) || Hides(member.Value)))
                {
                    return true;
                }
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                if (Hides(item))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static IEnumerable<FormatProblem> HidingMembers(JsonElement element, string pointer) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("@value", out _) => [],
        JsonValueKind.Object => element.EnumerateObject().Where(member => member.Name != "@context").SelectMany(member => Hiding.Contains(member.Name)
            ? [new FormatProblem($"{pointer}/{member.Name}", "Said by a keyword, where readers look for a name.")]
            : HidingMembers(member.Value, $"{pointer}/{member.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, index) => HidingMembers(item, $"{pointer}/{index}")),
        _ => [],
    };

    // A context inside the document may not give a keyword another name, at any depth: scoped contexts stand inside definitions.
    private static IEnumerable<FormatProblem> HidingTerms(JsonElement document) => Contexts(document).Any(AliasesKeyword)
        ? [new("/@context", "Gives a keyword another name.")]
        : [];

    private static IEnumerable<JsonElement> Contexts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member.NameEquals("@context") ? [member.Value] : Contexts(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Contexts),
        _ => [],
    };

    private static bool AliasesKeyword(JsonElement context) => context.ValueKind switch
    {
        JsonValueKind.Array => context.EnumerateArray().Any(AliasesKeyword),
        JsonValueKind.Object => context.EnumerateObject().Any(term =>
            (!term.Name.StartsWith('@') && (IsKeyword(term.Value) || IsKeyword(term.Value.Member("@id")) || term.Value.Member("@nest").ValueKind != JsonValueKind.Undefined))
            || AliasesKeyword(term.Value.Member("@context"))),
        _ => false,
    };

    private static bool IsKeyword(JsonElement value) => value.ValueKind == JsonValueKind.String && value.GetString()!.StartsWith('@');

    private static IEnumerable<FormatProblem> Unnamed(JsonElement document, RdfDataset rdf)
    {
        if (Root(document, rdf) is not { } root)
        {
            return [new("", "It cannot be told which of its nodes the document is.")];
        }

        var stated = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var quad in rdf)
        {
            if (quad.Graph is null && Names.ContainsKey(quad.Predicate.Value) && quad.Subject.Equals(root))
            {
                stated[quad.Predicate.Value] = stated.GetValueOrDefault(quad.Predicate.Value) + 1;
            }
        }

        return from each in stated
               let name = Names[each.Key]
               where each.Value > document.Each(name).Count()
               select new FormatProblem($"/{name}", "Stated under another name than readers look for.");
    }

    // Its id, or the one nameless node of its type that nothing else points to.
    private static Term? Root(JsonElement document, RdfDataset rdf)
    {
        if (document.Text("id") is { } id)
        {
            return Iri.TryCreate(id, out var iri) ? iri : null;
        }

        var pointedTo = rdf.Select(quad => quad.Object).OfType<BlankNode>().ToHashSet();
        var candidates = rdf.Where(quad => quad.Graph is null && quad.Predicate.Value == RdfType && quad.Subject is BlankNode node && !pointedTo.Contains(node)
                && quad.Object.Value is Credentials + "VerifiableCredential" or Credentials + "VerifiablePresentation")
            .Select(quad => quad.Subject).Distinct().ToList();
        return candidates is [var only] ? only : null;
    }
}
