using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.LinkedData;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Tests.Proofs.DataIntegrity;

/// <summary>The W3C's examples of the ECDSA suites. An ECDSA signature is another each time, so the last step is verified, not compared.</summary>
public sealed class EcdsaVectorTests
{
    /// <summary>Folder, ending of its file names, unsigned document, suite, curve.</summary>
    public static TheoryData<string, string, string, string, KeyAlgorithm> Examples() => new()
    {
        { "ecdsa-rdfc-2019-p256", "ECDSAP256", "unsigned.json", "ecdsa-rdfc-2019", KeyAlgorithm.P256 },
        { "ecdsa-rdfc-2019-p256/employ", "ECDSAP256", "employmentAuth.json", "ecdsa-rdfc-2019", KeyAlgorithm.P256 },
        { "ecdsa-rdfc-2019-p384", "ECDSAP384", "unsigned.json", "ecdsa-rdfc-2019", KeyAlgorithm.P384 },
        { "ecdsa-rdfc-2019-p384/employ", "ECDSAP384", "employmentAuth.json", "ecdsa-rdfc-2019", KeyAlgorithm.P384 },
        { "ecdsa-jcs-2019-p256", "JCSECDSAP256", "unsigned.json", "ecdsa-jcs-2019", KeyAlgorithm.P256 },
        { "ecdsa-jcs-2019-p384", "JCSECDSAP384", "unsigned.json", "ecdsa-jcs-2019", KeyAlgorithm.P384 },
    };

    [VectorsTheory]
    [MemberData(nameof(Examples))]
    public void Each_step_of_making_the_proof_gives_the_published_bytes(string folder, string ending, string unsigned, string suiteName, KeyAlgorithm algorithm)
    {
        Cryptosuite suite = Cryptosuite.Find(suiteName)!;
        using JsonDocument document = StrictJson.Parse(Vectors.Read($"di-ecdsa/{unsigned}"));
        using JsonDocument configuration = StrictJson.Parse(Vectors.Read($"di-ecdsa/{folder}/proofConfig{ending}.json"));
        using SigningKey key = Key(algorithm);
        string Published(string step) => Encoding.UTF8.GetString(Vectors.Read($"di-ecdsa/{folder}/{step}{ending}.txt"));

        byte[] canonicalDocument = suite.CanonicalDocument(document.RootElement, algorithm);
        byte[] canonicalConfiguration = suite.CanonicalConfiguration(configuration.RootElement, algorithm);
        byte[] hashData = Cryptosuite.Hash(algorithm, canonicalConfiguration, canonicalDocument);
        byte[] signature = Convert.FromHexString(Published("sigHex"));

        Assert.Equal(Published("canonDoc"), Encoding.UTF8.GetString(canonicalDocument));
        Assert.Equal(Published("proofCanon"), Encoding.UTF8.GetString(canonicalConfiguration));
        Assert.Equal(Published("proofHash"), Convert.ToHexStringLower(hashData.AsSpan(..(hashData.Length / 2))));
        Assert.Equal(Published("docHash"), Convert.ToHexStringLower(hashData.AsSpan(hashData.Length / 2)));
        Assert.Equal(Published("combinedHash"), Convert.ToHexStringLower(hashData));
        Assert.Equal(Published("sigBTC58"), Multibase.Base58Btc(signature));
        Assert.True(key.PublicKey.Verify(hashData, signature));
        Assert.True(key.PublicKey.Verify(hashData, key.Sign(hashData)));
    }

    [VectorsTheory]
    [MemberData(nameof(Examples))]
    public void The_published_document_verifies_and_so_does_our_own(string folder, string ending, string unsigned, string suiteName, KeyAlgorithm algorithm)
    {
        Cryptosuite suite = Cryptosuite.Find(suiteName)!;
        using JsonDocument document = StrictJson.Parse(Vectors.Read($"di-ecdsa/{unsigned}"));
        using JsonDocument published = StrictJson.Parse(Vectors.Read($"di-ecdsa/{folder}/signed{ending}.json"));
        using SigningKey key = Key(algorithm);
        JsonElement expected = published.RootElement.GetProperty("proof");

        byte[] made = DataIntegrityProof.Secure(
            document.RootElement, suite.CanonicalDocument(document.RootElement, algorithm), suite, ProofJson.Options(expected), key);

        ProofJson.AssertVerified(published.RootElement, key);
        ProofJson.AssertVerified(StrictJson.Parse(made).RootElement, key);
        Assert.Equal(WithoutValue(JsonNode.Parse(expected.GetRawText())!), WithoutValue(JsonNode.Parse(made)!["proof"]![0]!));
    }

    [VectorsTheory]
    [MemberData(nameof(Examples))]
    public void The_published_document_with_a_changed_string_fails(string folder, string ending, string unsigned, string suiteName, KeyAlgorithm algorithm)
    {
        Assert.NotEmpty(unsigned + suiteName);
        using SigningKey key = Key(algorithm);
        JsonNode changed = JsonNode.Parse(Vectors.Read($"di-ecdsa/{folder}/signed{ending}.json"))!;
        changed["validFrom"] = "2023-01-01T00:00:01Z";
        Assert.False(Assert.Single(ProofJson.Verify(changed, SignedSample.Accept, key)).Verified);
    }

    private static SigningKey Key(KeyAlgorithm algorithm) => TestKeys.FromVectors($"di-ecdsa/{(algorithm == KeyAlgorithm.P256 ? "p256" : "p384")}KeyPair.json");

    private static string WithoutValue(JsonNode proof)
    {
        proof.AsObject().Remove("proofValue");
        return Encoding.UTF8.GetString(Jcs.Canonicalize(StrictJson.Parse(Encoding.UTF8.GetBytes(proof.ToJsonString())).RootElement));
    }
}
