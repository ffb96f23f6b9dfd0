namespace Promote.Credentials.LinkedData.JsonLd;

/// <summary>
/// Says where processing would lose something. JSON-LD is built to ignore what it does not understand; a signature over
/// RDF would then not cover it, so credentials are read with this on. Off, losses are silent, as the standard has it.
/// </summary>
internal sealed class SafeMode(bool isOn)
{
    public void UndefinedTerm(Place place, string name)
    {
        if (isOn)
        {
            throw place.Error(JsonLdErrorCode.UndefinedTerm, $"No context defines \"{name}\".");
        }
    }

    public void UndefinedType(Place place, string name)
    {
        if (isOn)
        {
            throw place.Error(JsonLdErrorCode.UndefinedType, $"No context defines the type \"{name}\".");
        }
    }

    public void RelativeIri(Place place, string? iri)
    {
        if (isOn)
        {
            throw place.Error(JsonLdErrorCode.RelativeIri, $"\"{iri}\" is not an absolute IRI.");
        }
    }

    public void Dropped(Place place, string what)
    {
        if (isOn)
        {
            throw place.Error(JsonLdErrorCode.DroppedValue, $"{what} would be lost.");
        }
    }

    /// <summary>Refuses what is neither an absolute IRI nor a blank node identifier.</summary>
    public void RequireIdentifier(Place place, string? iri)
    {
        if (isOn && !IsIdentifier(iri))
        {
            RelativeIri(place, iri);
        }
    }

    /// <summary>Refuses a type that is no identifier; <c>@json</c> is a type of values.</summary>
    public void RequireType(Place place, string name, string? iri)
    {
        if (isOn && iri != Keyword.Json && !IsIdentifier(iri))
        {
            UndefinedType(place, name);
        }
    }

    private static bool IsIdentifier(string? iri) =>
        iri is not null && (iri.StartsWith("_:", StringComparison.Ordinal) || Rdf.Iri.IsWellFormed(iri));
}
