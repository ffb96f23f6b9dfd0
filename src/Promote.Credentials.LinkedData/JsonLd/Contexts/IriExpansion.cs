namespace Promote.Credentials.LinkedData.JsonLd.Contexts;

/// <summary>IRI Expansion (JSON-LD 1.1 API §5.2.2).</summary>
internal static class IriExpansion
{
    /// <summary>Expands a text that stands where an IRI is expected; null when it looks like a keyword but is none, or means nothing.</summary>
    /// <param name="active">The context.</param>
    /// <param name="value">A term, compact IRI, IRI, blank node identifier, relative reference or keyword.</param>
    /// <param name="documentRelative">Whether it may be relative to the base.</param>
    /// <param name="vocab">Whether it may be a term or relative to <c>@vocab</c>.</param>
    /// <param name="defining">While a context is being made: defines the terms that the value depends on.</param>
    public static string? Expand(
        ActiveContext active, string value, bool documentRelative = false, bool vocab = false, TermDefiner? defining = null)
    {
        if (value is ['@', ..])
        {
            if (Keyword.Is(value))
            {
                return value;
            }

            if (Keyword.HasForm(value))
            {
                return null;
            }
        }

        defining?.Require(value);
        if (active.Find(value) is { } term && (vocab || (term.Iri is { } alias && Keyword.Is(alias))))
        {
            return term.Iri;
        }

        // From the second character on: ":a" has no prefix.
        int colon = value.Length > 1 ? value.IndexOf(':', 1) : -1;
        if (colon > 0 && ExpandCompact(active, value, colon, defining) is { } iri)
        {
            return iri;
        }

        if (vocab && active.Vocab is { } vocabulary)
        {
            return string.Concat(vocabulary, value);
        }

        return documentRelative && active.Base is { } baseIri ? IriReference.Resolve(baseIri, value) : value;
    }

    public static bool IsIriOrBlank(string value) => value.StartsWith("_:", StringComparison.Ordinal) || Rdf.Iri.HasScheme(value);

    private static string? ExpandCompact(ActiveContext active, string value, int colon, TermDefiner? defining)
    {
        var suffix = value.AsSpan(colon + 1);
        if (value.StartsWith("_:", StringComparison.Ordinal) || suffix.StartsWith("//", StringComparison.Ordinal))
        {
            return value;
        }

        string prefix = value[..colon];
        defining?.Require(prefix);
        if (active.Find(prefix) is { IsPrefix: true, Iri: { } start })
        {
            return string.Concat(start, suffix);
        }

        return Rdf.Iri.HasScheme(value) ? value : null;
    }
}
