using System.Text.Json;

namespace Promote.Credentials.LinkedData.JsonLd.Contexts;

/// <summary>What a term means in a context (JSON-LD 1.1 API §4.1, "term definition").</summary>
internal sealed class TermDefinition
{
    /// <summary>IRI, blank node identifier or keyword; null when the term is defined to mean nothing.</summary>
    public string? Iri { get; set; }

    /// <summary>Whether the term may begin a compact IRI.</summary>
    public bool IsPrefix { get; set; }

    public bool IsProtected { get; set; }

    public bool IsReverse { get; set; }

    public string? Type { get; set; }

    public Containers Containers { get; set; }

    public string? Index { get; set; }

    public Mapping? Language { get; set; }

    public Mapping? Direction { get; set; }

    public string? Nest { get; set; }

    /// <summary>The scoped context; it holds where the term is used.</summary>
    public JsonElement? LocalContext { get; set; }

    /// <summary>Against what URLs in the scoped context are resolved.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>Whether two definitions are the same "other than the value of protected" (JSON-LD 1.1 API §4.2.2 step 27.1).</summary>
    public bool MeansTheSameAs(TermDefinition other) =>
        Iri == other.Iri
        && IsPrefix == other.IsPrefix
        && IsReverse == other.IsReverse
        && Type == other.Type
        && Containers == other.Containers
        && Index == other.Index
        && Language == other.Language
        && Direction == other.Direction
        && Nest == other.Nest
        && SameContext(LocalContext, other.LocalContext);

    private static bool SameContext(JsonElement? a, JsonElement? b) =>
        a is { } left && b is { } right ? JsonElement.DeepEquals(left, right) : a is null && b is null;
}
