namespace Promote.Credentials.LinkedData.JsonLd;

/// <summary>How a value with <c>@direction</c> becomes RDF (JSON-LD 1.1 API §9.3, rdfDirection).</summary>
public enum RdfDirection
{
    /// <summary>The direction is not expressed.</summary>
    None,

    /// <summary>A literal whose datatype is <c>https://www.w3.org/ns/i18n#language_direction</c>.</summary>
    I18nDatatype,

    /// <summary>A blank node with <c>rdf:value</c>, <c>rdf:language</c> and <c>rdf:direction</c>.</summary>
    CompoundLiteral,
}
