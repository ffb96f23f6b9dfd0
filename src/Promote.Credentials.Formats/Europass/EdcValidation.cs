using System.Text.Json;
using Promote.Credentials.LinkedData.JsonLd;
using Promote.Credentials.LinkedData.Rdf;
using Promote.Credentials.LinkedData.Shacl;

namespace Promote.Credentials.Formats.Europass;

/// <summary>
/// What is wrong with a European Digital Credential: what both published versions of the shapes say, and what they let
/// pass, which is a member that nobody reads, a workload in months and a day that does not exist.
/// </summary>
public static class EdcValidation
{
    /// <summary>Most findings that are given; a hostile document could have any number.</summary>
    public const int MaxFindings = 64;

    private const string XsdDateTime = "http://www.w3.org/2001/XMLSchema#dateTime";

    private static readonly Lazy<JsonLdProcessor> Processor = new(() => new JsonLdProcessor(ContextRegistry.Embedded));

    /// <summary>Checks the credential itself, which is the payload of a seal, by the rules of the generic profile.</summary>
    /// <param name="payload">A value that <see cref="LinkedData.Json.StrictJson"/> read.</param>
    /// <returns>The findings; none if the credential is in order.</returns>
    public static IReadOnlyList<EdcFinding> Validate(JsonElement payload)
    {
        if (!EdcContexts.AreThoseOf(payload))
        {
            return [new(EdcFindingKind.WrongContext, "", "The contexts must be those of Verifiable Credentials 1.1 and of the Europass application profile, in this order.")];
        }

        var places = new EdcPlaces(payload);
        if (places.InnerContexts.Count > 0)
        {
            return [.. places.InnerContexts.Take(MaxFindings).Select(place => new EdcFinding(EdcFindingKind.WrongContext, place.Pointer, "Only the credential as a whole has contexts."))];
        }

        try
        {
            var dataset = Processor.Value.ToRdf(payload, JsonLdOptions.Credential, out var losses);
            return [.. Losses(losses).Concat(Violations(dataset, places)).Concat(Impossibilities(dataset, places)).Take(MaxFindings)];
        }
        catch (JsonLdException e)
        {
            return [new(EdcFindingKind.Unreadable, e.Pointer, "This is not JSON-LD.")];
        }
    }

    private static IEnumerable<EdcFinding> Losses(IReadOnlyList<JsonLdLoss> losses) => losses.Select(loss => loss.Code switch
    {
        JsonLdErrorCode.UndefinedTerm => new EdcFinding(EdcFindingKind.UnknownKey, loss.Pointer, "No context defines this member."),
        JsonLdErrorCode.UndefinedType => new EdcFinding(EdcFindingKind.LostValue, loss.Pointer, "No context defines this type."),
        JsonLdErrorCode.RelativeIri => new EdcFinding(EdcFindingKind.LostValue, loss.Pointer, "This must be an absolute IRI."),
        _ => new EdcFinding(EdcFindingKind.LostValue, loss.Pointer, "Nobody who reads the credential sees this."),
    });

    /// <summary>What either version says, once, with the versions that say it.</summary>
    private static IEnumerable<EdcFinding> Violations(RdfDataset dataset, EdcPlaces places)
    {
        var earlier = EmbeddedShapes.EdcGeneric_1_1_0.Validate(dataset).Select(violation => (Violation: violation, Version: "1.1.0"));
        var later = EmbeddedShapes.EdcGeneric_1_2_0.Validate(dataset).Select(violation => (Violation: violation, Version: "1.2.0"));
        return earlier.Concat(later).GroupBy(found => found.Violation).Select(found => Finding(found.Key, [.. found.Select(pair => pair.Version)], places));
    }

    // Every path of these shapes is a property; what a node must be itself, they state only of values.
    private static EdcFinding Finding(ShaclViolation violation, IReadOnlyList<string> versions, EdcPlaces places)
    {
        var (name, pointer) = places.Find(violation.FocusNode, violation.Path!);
        string demand = char.ToLowerInvariant(violation.Message[0]) + violation.Message[1..];
        return new EdcFinding(EdcFindingKind.SchemaViolation, pointer, $"“{name}” of {violation.Shape} {demand}") { ShapeVersions = versions, Violation = violation };
    }

    private static IEnumerable<EdcFinding> Impossibilities(RdfDataset dataset, EdcPlaces places)
    {
        foreach (var quad in dataset)
        {
            if (quad is not { Predicate: Iri property, Object: Literal literal })
            {
                continue;
            }

            if (EdcDuration.Refusal(property.Value, literal.Value) is { } refusal)
            {
                var (name, pointer) = places.Find(quad.Subject, property);
                yield return new EdcFinding(EdcFindingKind.ImpossibleDuration, pointer, $"“{name}” {refusal}");
            }

            if (literal.Datatype.Value == XsdDateTime && !EdcDate.Exists(literal.Value))
            {
                var (name, pointer) = places.Find(quad.Subject, property);
                yield return new EdcFinding(EdcFindingKind.ImpossibleDate, pointer, $"“{name}” must be a date and time that the calendar has.");
            }
        }
    }
}
