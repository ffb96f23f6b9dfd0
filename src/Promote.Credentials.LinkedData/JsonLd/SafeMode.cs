namespace Promote.Credentials.LinkedData.JsonLd;

/// <summary>
/// Says where processing would lose something. JSON-LD is built to ignore what it does not understand; a signature over
/// RDF would then not cover it, so credentials are read with this on. Off, losses are silent, as the standard has it,
/// or kept for whoever wants all of them and not only the first.
/// </summary>
internal sealed class SafeMode(bool isOn, ICollection<JsonLdLoss>? losses = null)
{
    /// <summary>Most losses that are kept: their pointers repeat the names above them, so their sum can grow with the square of the document.</summary>
    public const int MaxLosses = 64;

    public void UndefinedTerm(Place place, string name)
    {
        if (Minds)
        {
            Lose(place, JsonLdErrorCode.UndefinedTerm, $"No context defines \"{name}\".");
        }
    }

    public void UndefinedType(Place place, string name)
    {
        if (Minds)
        {
            Lose(place, JsonLdErrorCode.UndefinedType, $"No context defines the type \"{name}\".");
        }
    }

    public void RelativeIri(Place place, string? iri)
    {
        if (Minds)
        {
            Lose(place, JsonLdErrorCode.RelativeIri, $"\"{iri}\" is not an absolute IRI.");
        }
    }

    public void Dropped(Place place, string what)
    {
        if (Minds)
        {
            Lose(place, JsonLdErrorCode.DroppedValue, $"{what} would be lost.");
        }
    }

    /// <summary>Refuses what is neither an absolute IRI nor a blank node identifier.</summary>
    public void RequireIdentifier(Place place, string? iri)
    {
        if (Minds && !IsIdentifier(iri))
        {
            RelativeIri(place, iri);
        }
    }

    /// <summary>Refuses a type that is no identifier; <c>@json</c> is a type of values.</summary>
    public void RequireType(Place place, string name, string? iri)
    {
        if (Minds && iri != Keyword.Json && !IsIdentifier(iri))
        {
            UndefinedType(place, name);
        }
    }

    private bool Minds => isOn || losses is not null;

    private void Lose(Place place, string code, string message)
    {
        if (isOn)
        {
            throw place.Error(code, message);
        }

        string pointer = place.ToString();
        if (losses!.Count < MaxLosses && !IsKnown(code, pointer))
        {
            losses.Add(new JsonLdLoss(code, pointer, message));
        }
    }

    // What expansion met at a member, the way to RDF meets again at the node around it.
    private bool IsKnown(string code, string pointer) =>
        losses!.Any(loss => loss.Code == code && loss.Pointer.StartsWith(pointer, StringComparison.Ordinal) && loss.Pointer.AsSpan(pointer.Length) is "" or ['/', ..]);

    private static bool IsIdentifier(string? iri) =>
        iri is not null && (iri.StartsWith("_:", StringComparison.Ordinal) || Rdf.Iri.IsWellFormed(iri));
}
