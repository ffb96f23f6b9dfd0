using System.Text;
using System.Text.Json;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.LinkedData.JsonLd.Expansion;
using Promote.Credentials.LinkedData.Rdf;

namespace Promote.Credentials.LinkedData.JsonLd.ToRdf;

/// <summary>Object to RDF Conversion (JSON-LD 1.1 API §8.2) for values; null where there is no well-formed literal.</summary>
internal sealed class LiteralConversion(RdfDirection rdfDirection, SafeMode safe, Func<string, Iri?> datatypes)
{
    public Literal? Convert(ExpandedValue value)
    {
        if (value.Type == Keyword.Json)
        {
            return Literal.Typed(Encoding.UTF8.GetString(Jcs.Canonicalize(value.Json)), RdfTerms.Json);
        }

        Iri? datatype = null;
        if (value.Type is not null && (datatype = datatypes(value.Type)) is null)
        {
            safe.RelativeIri(value.Place, value.Type);
            return null;
        }

        return value switch
        {
            { Text: null } => FromJson(value, datatype),
            { Direction: not null } => WithDirection(value),
            { Language: { } language } => InLanguage(value, language),
            _ => Literal.Typed(value.Text, datatype ?? RdfTerms.XsdString),
        };
    }

    private Literal FromJson(ExpandedValue value, Iri? datatype)
    {
        if (value.Direction is not null)
        {
            safe.Dropped(value.Place, "The direction of what is no text");
        }

        return value.Json.ValueKind switch
        {
            JsonValueKind.True => Literal.Typed("true", datatype ?? RdfTerms.XsdBoolean),
            JsonValueKind.False => Literal.Typed("false", datatype ?? RdfTerms.XsdBoolean),
            _ => NumberConversion.Convert(value.Json.GetDouble(), datatype, value.Place),
        };
    }

    private Literal? WithDirection(ExpandedValue value)
    {
        if (rdfDirection == RdfDirection.I18nDatatype)
        {
            return datatypes($"{RdfTerms.I18n}{value.Language?.ToLowerInvariant()}_{value.Direction}") is { } datatype
                ? Literal.Typed(value.Text!, datatype)
                : Drop(value);
        }

        safe.Dropped(value.Place, "A direction");
        return value.Language is { } language ? InLanguage(value, language) : Literal.Typed(value.Text!, RdfTerms.XsdString);
    }

    private Literal? InLanguage(ExpandedValue value, string language) =>
        LanguageTag.IsWellFormed(language) ? Literal.InLanguage(value.Text!, language) : Drop(value);

    private Literal? Drop(ExpandedValue value)
    {
        safe.Dropped(value.Place, $"A text in the ill-formed language \"{value.Language}\"");
        return null;
    }
}
