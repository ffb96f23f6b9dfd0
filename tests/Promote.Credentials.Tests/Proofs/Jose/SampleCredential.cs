using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.Jose;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Tests.Proofs.Keys;

namespace Promote.Credentials.Tests.Proofs.Jose;

/// <summary>A credential that can become a JWT, with white space and letters that a writer of JSON would change.</summary>
internal static class SampleCredential
{
    public const string Issuer = "https://coe.example/issuers/ro";
    public const string KeyId = "did:web:coe.example#key";

    public const string Text = """
        {
          "@context": ["https://www.w3.org/ns/credentials/v2"],
          "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
          "type": ["VerifiableCredential"],
          "issuer": {"id": "https://coe.example/issuers/ro", "name": "Conținut \u0026 <siguranță>"},
          "validFrom": "2026-11-20T01:00:00+01:00",
          "validUntil": "2031-11-20T00:00:00Z",
          "credentialSubject": {"id": "urn:uuid:1", "score": 1.0}
        }
        """;

    public static readonly SigningKey P256 = NewKeys.Signing(KeyAlgorithm.P256);

    public static readonly SigningKey Rsa = NewKeys.Signing(KeyAlgorithm.Rsa);

    public static byte[] Sign(string text, SigningKey key, string? keyId = KeyId)
    {
        using JsonDocument document = StrictJson.Parse(Encoding.UTF8.GetBytes(text));
        return VcJwt.Sign(document.RootElement, key, keyId);
    }

    /// <summary>The credential as text after a change.</summary>
    public static string With(Action<JsonObject> change)
    {
        JsonObject credential = JsonNode.Parse(Text)!.AsObject();
        change(credential);
        return credential.ToJsonString();
    }
}
