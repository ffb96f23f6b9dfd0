using System.Text.Json;

namespace Promote.Credentials.LinkedData.JsonLd;

/// <summary>The options of the JSON-LD 1.1 API (§9.3) that change what a document means.</summary>
public sealed record JsonLdOptions
{
    /// <summary>How credentials are always read: no base, so nothing depends on where a document was found, and nothing is lost silently.</summary>
    public static JsonLdOptions Credential { get; } = new() { RdfDirection = RdfDirection.I18nDatatype, SafeMode = true };

    /// <summary>Absolute IRI against which relative ones are resolved; null resolves none.</summary>
    public string? Base { get; init; }

    /// <summary>How the direction of a text becomes RDF.</summary>
    public RdfDirection RdfDirection { get; init; }

    /// <summary>Keeps quads whose predicate is a blank node.</summary>
    public bool ProduceGeneralizedRdf { get; init; }

    /// <summary>A context, or an object with the member <c>@context</c>, that is applied before the document's own.</summary>
    public JsonElement? ExpandContext { get; init; }

    /// <summary>Makes an error of everything that processing would drop or leave relative.</summary>
    public bool SafeMode { get; init; }
}
