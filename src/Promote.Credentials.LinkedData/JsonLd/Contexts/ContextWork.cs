namespace Promote.Credentials.LinkedData.JsonLd.Contexts;

/// <summary>
/// Bounds what one document may make context processing do. Contexts that are remembered cost nothing; a real document
/// with contexts of its own defines some hundred terms.
/// </summary>
internal sealed class ContextWork
{
    private const int Limit = 20_000;
    private const int MaxIriLength = 1024;
    private int spent;

    /// <summary>Refuses an IRI so long that names appended to it would fill the memory.</summary>
    public static string? Bounded(string? iri, Place place) => iri is not { Length: > MaxIriLength }
        ? iri
        : throw place.Error(JsonLdErrorCode.ContextOverflow, $"An IRI of a context is longer than {MaxIriLength} characters.");

    public void Spend(int terms, Place place)
    {
        spent += terms;
        if (spent > Limit)
        {
            throw place.Error(JsonLdErrorCode.ContextOverflow, "The contexts of the document define too much.");
        }
    }
}
