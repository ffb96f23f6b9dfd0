using System.Text.Json;
using Promote.Credentials.LinkedData.JsonLd.Contexts;

namespace Promote.Credentials.LinkedData.JsonLd.Expansion;

/// <summary>Value Expansion (JSON-LD 1.1 API §5.3.2): what a string, number or boolean means as the value of a term.</summary>
internal static class ValueExpansion
{
    public static Expanded Expand(ActiveContext active, TermDefinition? term, JsonElement scalar, Place place, SafeMode safe) =>
        scalar.ValueKind == JsonValueKind.String
            ? ExpandText(active, term, scalar.GetString()!, place, safe)
            : new ExpandedValue(place) { Json = scalar, Type = Datatype(term) };

    public static Expanded ExpandText(ActiveContext active, TermDefinition? term, string text, Place place, SafeMode safe)
    {
        if (term?.Type is Keyword.Id or Keyword.Vocab)
        {
            string? iri = IriExpansion.Expand(active, text, documentRelative: true, vocab: term.Type == Keyword.Vocab);
            safe.RequireIdentifier(place, iri);
            return new ExpandedNode(place) { Id = iri, HasId = true };
        }

        if (Datatype(term) is { } datatype)
        {
            return new ExpandedValue(place) { Text = text, Type = datatype };
        }

        return new ExpandedValue(place)
        {
            Text = text,
            Language = term?.Language is { } language ? language.Value : active.Language,
            Direction = term?.Direction is { } direction ? direction.Value : active.Direction,
        };
    }

    private static string? Datatype(TermDefinition? term) =>
        term?.Type is Keyword.Id or Keyword.Vocab or Keyword.None ? null : term?.Type;
}
