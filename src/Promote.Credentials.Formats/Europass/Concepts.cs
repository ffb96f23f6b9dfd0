using Promote.Credentials.Domain.Concepts;
using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Formats.Europass;

/// <summary>Concepts of controlled lists, each with its list beside it, as the shapes ask. Labels are the published ones.</summary>
internal static class Concepts
{
    /// <summary>ECTS, the one system that points are given in here.</summary>
    internal static Concept Ects { get; } = ConceptList.CreditFrameworks.ByCode("ECTS");

    /// <summary>A PNG picture.</summary>
    internal static Concept Png { get; } = ConceptList.FileTypes.ByCode("PNG");

    /// <summary>The one encoding of bytes that is published.</summary>
    internal static Concept Base64 { get; } = ConceptList.ContentEncodings.Concepts[0];

    /// <summary>The profile of every document that is issued here.</summary>
    internal static Concept GenericProfile { get; } = Published(ConceptList.CredentialProfiles, "http://data.europa.eu/snb/credential/e34929035b");

    /// <summary>Every concept that a document may name outside ESCO.</summary>
    internal static IReadOnlyDictionary<string, Concept> European { get; } =
        ConceptList.European.SelectMany(list => list.Concepts).DistinctBy(concept => concept.Uri).ToDictionary(concept => concept.Uri, StringComparer.Ordinal);

    /// <summary>The concept of a list; null where there is none to write.</summary>
    internal static ElmNode? Of(ConceptList list, Uri? uri) => uri is not null && list.TryGet(uri, out var concept) ? Known(concept) : null;

    /// <summary>A concept that was found in a list.</summary>
    internal static ElmNode Known(Concept concept) => Node(concept.Uri, concept.Scheme, concept.Label);

    /// <summary>A concept of ESCO. ESCO is larger than the lists here: a concept whose published name is not at hand stands without one, since none is invented.</summary>
    internal static ElmNode? OfEsco(ConceptList list, string scheme, Uri? uri) => uri is null ? null : Of(list, uri) ?? Node(uri.AbsoluteUri, scheme, null);

    private static ElmNode Node(string uri, string scheme, LanguageMap? label) => new ElmNode("Concept", "concept") { Id = uri }
        .With("inScheme", new ElmNode("ConceptScheme", "conceptScheme") { Id = scheme })
        .With("prefLabel", label);

    private static Concept Published(ConceptList list, string uri) => list.TryGet(new Uri(uri), out var concept) ? concept : throw new KeyNotFoundException(uri);
}
