namespace Promote.Credentials.LinkedData.Rdf;

/// <summary>The IRIs of RDF 1.1, RDF Schema, XML Schema datatypes and the i18n namespace that a conversion writes itself.</summary>
internal static class RdfTerms
{
    public const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    public const string Rdfs = "http://www.w3.org/2000/01/rdf-schema#";
    public const string Xsd = "http://www.w3.org/2001/XMLSchema#";
    public const string I18n = "https://www.w3.org/ns/i18n#";

    public static Iri Type { get; } = Iri.Of(Rdf + "type");

    public static Iri SubClassOf { get; } = Iri.Of(Rdfs + "subClassOf");

    public static Iri First { get; } = Iri.Of(Rdf + "first");

    public static Iri Rest { get; } = Iri.Of(Rdf + "rest");

    public static Iri Nil { get; } = Iri.Of(Rdf + "nil");

    public static Iri Value { get; } = Iri.Of(Rdf + "value");

    public static Iri Language { get; } = Iri.Of(Rdf + "language");

    public static Iri Direction { get; } = Iri.Of(Rdf + "direction");

    public static Iri LangString { get; } = Iri.Of(Rdf + "langString");

    public static Iri Json { get; } = Iri.Of(Rdf + "JSON");

    public static Iri XsdString { get; } = Iri.Of(Xsd + "string");

    public static Iri XsdBoolean { get; } = Iri.Of(Xsd + "boolean");

    public static Iri XsdInteger { get; } = Iri.Of(Xsd + "integer");

    public static Iri XsdDouble { get; } = Iri.Of(Xsd + "double");
}
