using System.Text.Json;
using Promote.Credentials.LinkedData.JsonLd;
using Promote.Credentials.LinkedData.Rdf;

namespace Promote.Credentials.Formats.DataModel;

/// <summary>What a document and everything in it are instances of, whatever its contexts call it.</summary>
public static class CredentialTypeIris
{
    /// <summary>OB 3.0 §B.1.1: OpenBadgeCredential and AchievementCredential are one class under two names.</summary>
    public const string OpenBadgeCredential = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential";

    /// <summary>A European Digital Credential of the European Learning Model.</summary>
    public const string EuropeanDigitalCredential = "http://data.europa.eu/snb/model/elm/EuropeanDigitalCredential";

    /// <summary>Bitstring Status List 1.0 §2.2.</summary>
    internal const string BitstringStatusListCredential = "https://www.w3.org/ns/credentials/status#BitstringStatusListCredential";

    private const string RdfType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

    private static readonly JsonLdProcessor Processor = new(ContextRegistry.Embedded);

    /// <summary>The IRIs of all types in a document that is read in safe mode.</summary>
    /// <exception cref="JsonLdException">It is not safe.</exception>
    public static IReadOnlySet<string> Of(JsonElement document) => In(Processor.ToRdf(document, JsonLdOptions.Credential));

    /// <summary>The same for one that was read already.</summary>
    internal static IReadOnlySet<string> In(RdfDataset rdf) =>
        rdf.Where(quad => quad.Predicate.Value == RdfType).Select(quad => quad.Object.Value).ToHashSet(StringComparer.Ordinal);
}
