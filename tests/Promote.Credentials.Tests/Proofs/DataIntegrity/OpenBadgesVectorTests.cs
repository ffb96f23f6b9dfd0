using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Tests.Proofs.DataIntegrity;

/// <summary>The signed example of the Open Badges 3.0 specification.</summary>
public sealed class OpenBadgesVectorTests
{
    private const string Folder = "open-badges/spec-test-vectors/obv3p0/";
    private const string Issuer = "https://example.edu/issuers/565049";

    [VectorsFact]
    public void The_specifications_example_is_made_byte_for_byte()
    {
        JsonObject json = JsonNode.Parse(Vectors.Read(Folder + "signed-credential.json"))!.AsObject();
        using JsonDocument proof = ProofJson.Parse(json["proof"]!);
        json.Remove("proof");
        using JsonDocument unsecured = ProofJson.Parse(json);
        using SigningKey key = TestKeys.FromSeed(TestKeys.OpenBadgesSeed);
        var suite = new EddsaRdfc2022();

        byte[] canonical = suite.CanonicalDocument(unsecured.RootElement);
        byte[] configuration = SecuredDocument.CanonicalConfiguration(suite, KeyAlgorithm.Ed25519, proof.RootElement, unsecured.RootElement.GetProperty("@context"));
        using JsonDocument made = StrictJson.Parse(DataIntegrityProof.Secure(unsecured.RootElement, canonical, suite, ProofJson.Options(proof.RootElement), key));

        Assert.Equal(Published("document-canon.txt"), Encoding.UTF8.GetString(canonical));
        Assert.Equal(Published("proof-canon.txt"), Encoding.UTF8.GetString(configuration));
        Assert.True(JsonElement.DeepEquals(proof.RootElement, made.RootElement.GetProperty("proof")[0]));
    }

    [VectorsTheory]
    [InlineData(Issuer, true)]
    [InlineData("https://example.edu/issuers/1", false)]
    public void The_example_verifies_for_its_issuer_alone(string issuer, bool verified)
    {
        using JsonDocument document = StrictJson.Parse(Vectors.Read(Folder + "signed-credential.json"));
        Assert.True(PublicKey.TryFromMultikey("z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi", out PublicKey? key));
        var method = new VerificationMethod($"{Issuer}#{key.Multikey}", Issuer, key);

        ProofResult result = Assert.Single(DataIntegrityProof.Verify(
            document.RootElement,
            new Dictionary<string, VerificationMethod> { [method.Id] = method },
            new ProofVerificationOptions { Now = ProofJson.Now, ExpectedController = issuer }));

        Assert.Equal(verified, result.Verified);
        Assert.Equal(verified ? null : ProofErrors.InvalidVerificationMethod, result.ErrorCode);
    }

    private static string Published(string file) => Encoding.UTF8.GetString(Vectors.Read(Folder + file));
}
