using System.Text.Json;

namespace Promote.Credentials.LinkedData.JsonLd.Contexts;

/// <summary>Finds the IRI that a term stands for (JSON-LD 1.1 API §4.2.2 steps 14 to 18); the step numbers are the standard's.</summary>
internal sealed class TermIri(ActiveContext active, TermDefiner definer, Place place, string term, TermDefinition definition)
{
    /// <summary>Reads @id, null where there is none; false when the standard says to ignore the term.</summary>
    public bool Read(JsonElement? id, bool simple)
    {
        if (id is { } stated && !(stated.ValueKind == JsonValueKind.String && stated.ValueEquals(term)))
        {
            return stated.ValueKind == JsonValueKind.Null || ReadStatedId(stated, simple);
        }

        definition.Iri = ImpliedIri();
        return true;
    }

    // Steps 15 to 18
    private string ImpliedIri()
    {
        int colon = term.IndexOf(':', 1);
        if (colon > 0)
        {
            string prefix = term[..colon];
            definer.Require(prefix);
            return active.Find(prefix) is { Iri: { } start } ? string.Concat(start, term.AsSpan(colon + 1)) : term;
        }

        if (term.Contains('/', StringComparison.Ordinal))
        {
            return IriExpansion.Expand(active, term, vocab: true) is { } iri && Rdf.Iri.HasScheme(iri)
                ? iri
                : throw place.Error(JsonLdErrorCode.InvalidIriMapping, "The term is a relative IRI without a vocabulary.");
        }

        if (term == Keyword.Type)
        {
            return Keyword.Type;
        }

        return active.Vocab is { } vocabulary
            ? vocabulary + term
            : throw place.Error(JsonLdErrorCode.InvalidIriMapping, "The term has no IRI, and there is no vocabulary.");
    }

    // Step 14.2
    private bool ReadStatedId(JsonElement stated, bool simple)
    {
        if (stated.ValueKind != JsonValueKind.String)
        {
            throw place.Error(JsonLdErrorCode.InvalidIriMapping, "@id is an IRI or null.");
        }

        string id = stated.GetString()!;
        if (Keyword.HasForm(id) && !Keyword.Is(id))
        {
            return false;
        }

        string iri = IriExpansion.Expand(active, id, vocab: true, defining: definer) is { } expanded
            && (Keyword.Is(expanded) || IriExpansion.IsIriOrBlank(expanded))
                ? expanded
                : throw place.Error(JsonLdErrorCode.InvalidIriMapping, $"The IRI {id} of the term is not absolute.");
        if (iri == Keyword.Context)
        {
            throw place.Error(JsonLdErrorCode.InvalidKeywordAlias, "@context has no other name.");
        }

        definition.Iri = iri;
        if (LooksLikeIri())
        {
            definer.Finish(term);
            if (IriExpansion.Expand(active, term, vocab: true, defining: definer) != iri)
            {
                throw place.Error(JsonLdErrorCode.InvalidIriMapping, "The term looks like an IRI but is defined as another one.");
            }
        }
        else
        {
            definition.IsPrefix = simple && !term.Contains('/', StringComparison.Ordinal) && EndsAsPrefix(iri);
        }

        return true;
    }

    private bool LooksLikeIri() =>
        (term.Length > 2 && term.IndexOf(':', 1, term.Length - 2) > 0) || term.Contains('/', StringComparison.Ordinal);

    // gen-delims of RFC 3986 §2.2
    private static bool EndsAsPrefix(string iri) =>
        iri is [.., ':' or '/' or '?' or '#' or '[' or ']' or '@'] || iri.StartsWith("_:", StringComparison.Ordinal);
}
