using System.Buffers.Text;
using System.Text.Json.Nodes;
using Promote.Credentials.Proofs.Jades;

namespace Promote.Credentials.Tests.Proofs.Jades;

/// <summary>The sealed samples that the Commission publishes, of level B-LTA, and the authorities that they bring along.</summary>
internal static class OfficialSeals
{
    public const string Participation = "Sample-CertOfPart-signed.jsonld";
    public const string MicroCredential = "Sample-MC-Annex1-signed.jsonld";

    /// <summary>An instant at which all their certificates have expired.</summary>
    public static DateTimeOffset Later { get; } = new(2036, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Read(string name) => Vectors.Read($"europass/samples/{name}");

    /// <summary>The document as JSON, to be changed.</summary>
    public static JsonNode Json(string name) => JsonNode.Parse(Read(name))!;

    /// <summary>The certificate of the authority that issued the seal of the samples.</summary>
    public static SealTrustAnchor SealAuthority(bool isQualified) => Anchor(2, isQualified);

    /// <summary>That of the one that stamped them.</summary>
    public static SealTrustAnchor TimeAuthority { get; } = Vectors.Missing is null ? Anchor(0, isQualified: false) : null!;

    private static SealTrustAnchor Anchor(int index, bool isQualified)
    {
        JsonArray entries = Json(Participation)["signatures"]![0]!["header"]!["etsiU"]!.AsArray();
        JsonNode values = entries.Select(entry => JsonNode.Parse(Base64Url.DecodeFromChars((string)entry!))!["xVals"]).First(found => found is not null)!;
        return SealTrustAnchor.TryRead(Convert.FromBase64String((string)values[index]!["x509Cert"]!["val"]!), isQualified, out SealTrustAnchor? anchor)
            ? anchor
            : throw new InvalidDataException();
    }
}
