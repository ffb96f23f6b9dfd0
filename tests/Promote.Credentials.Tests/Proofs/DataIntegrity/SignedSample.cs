using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Tests.Proofs.Keys;

namespace Promote.Credentials.Tests.Proofs.DataIntegrity;

/// <summary>A small badge, signed by a test key with any suite, as a tree that a test can change.</summary>
internal static class SignedSample
{
    public static readonly SigningKey Key = TestKeys.FromSeed(TestKeys.OpenBadgesSeed);

    public static readonly SigningKey P256Key = NewKeys.Signing(KeyAlgorithm.P256);

    public static readonly SigningKey P384Key = NewKeys.Signing(KeyAlgorithm.P384);

    public static readonly byte[] Unsigned = """
        {
          "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
          "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
          "type": ["VerifiableCredential", "OpenBadgeCredential"],
          "name": "Conținut și siguranță",
          "issuer": {"id": "https://coe.example/issuers/ro", "type": ["Profile"], "name": "CoVE"},
          "validFrom": "2026-11-20T00:00:00Z",
          "credentialSubject": {
            "type": ["AchievementSubject"],
            "achievement": {
              "id": "https://coe.example/achievements/1",
              "type": ["Achievement"],
              "criteria": {"narrative": "Assessed \u0026 confirmed."},
              "description": "De-escalation",
              "name": "De-escalation"
            }
          }
        }
        """u8.ToArray();

    public static ProofOptions Options { get; } = new()
    {
        VerificationMethod = DidKey.VerificationMethodFor(Key.PublicKey),
        Created = new DateTimeOffset(2026, 11, 20, 9, 30, 0, TimeSpan.Zero),
    };

    public static TheoryData<string> Suites => ["eddsa-rdfc-2022", "eddsa-jcs-2022", "ecdsa-rdfc-2019", "ecdsa-jcs-2019"];

    public static ProofVerificationOptions Accept { get; } = new() { Now = ProofJson.Now };

    public static byte[] SecureBytes(string suiteName, ProofOptions? options = null)
    {
        Cryptosuite suite = Cryptosuite.Find(suiteName)!;
        using JsonDocument document = StrictJson.Parse(Unsigned);
        SigningKey key = KeyOf(suiteName);
        byte[] canonical = suite.CanonicalDocument(document.RootElement, key.PublicKey.Algorithm);
        return DataIntegrityProof.Secure(document.RootElement, canonical, suite, By(key, options ?? Options), key);
    }

    public static JsonObject Secure(string suiteName, ProofOptions? options = null) =>
        JsonNode.Parse(SecureBytes(suiteName, options))!.AsObject();

    /// <summary>The same document with one more proof.</summary>
    public static JsonObject Add(JsonObject secured, string suiteName, ProofOptions options)
    {
        using JsonDocument document = ProofJson.Parse(secured);
        byte[] proof = DataIntegrityProof.Next(document.RootElement, Cryptosuite.Find(suiteName)!, By(KeyOf(suiteName), options), KeyOf(suiteName));
        var copy = (JsonObject)secured.DeepClone();
        copy["proof"]!.AsArray().Add(JsonNode.Parse(proof));
        return copy;
    }

    public static JsonObject Proof(this JsonObject secured, int index = 0) => secured["proof"]![index]!.AsObject();

    public static IReadOnlyList<ProofResult> Verify(JsonNode secured, ProofVerificationOptions? options = null) =>
        ProofJson.Verify(secured, options ?? Accept, Key, P256Key, P384Key);

    private static SigningKey KeyOf(string suiteName) => suiteName switch
    {
        "ecdsa-rdfc-2019" => P256Key,
        "ecdsa-jcs-2019" => P384Key,
        _ => Key,
    };

    private static ProofOptions By(SigningKey key, ProofOptions options) => options.VerificationMethod == Options.VerificationMethod
        ? options with { VerificationMethod = DidKey.VerificationMethodFor(key.PublicKey) }
        : options;
}
