using System.Text;
using System.Text.Json;
using Promote.Credentials.LinkedData;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Tests.Proofs.DataIntegrity;

/// <summary>Every step that the W3C publishes for its examples, byte for byte.</summary>
public sealed class CryptosuiteVectorTests
{
    /// <summary>Folder, ending of its file names, unsigned document, suite.</summary>
    public static TheoryData<string, string, string, string> Examples() => new()
    {
        { "eddsa-rdfc-2022", "DataInt", "unsigned.json", "eddsa-rdfc-2022" },
        { "eddsa-rdfc-2022/employ", "DataInt", "employmentAuth.json", "eddsa-rdfc-2022" },
        { "eddsa-jcs-2022", "JCS", "unsigned.json", "eddsa-jcs-2022" },
    };

    [VectorsTheory]
    [MemberData(nameof(Examples))]
    public void Each_step_of_making_the_proof_gives_the_published_bytes(string folder, string ending, string unsigned, string suiteName)
    {
        Cryptosuite suite = Cryptosuite.Find(suiteName)!;
        using JsonDocument document = StrictJson.Parse(Vectors.Read($"di-eddsa/{unsigned}"));
        using JsonDocument configuration = StrictJson.Parse(Vectors.Read($"di-eddsa/{folder}/proofConfig{ending}.json"));
        using SigningKey key = TestKeys.FromVectors("di-eddsa/keyPair.json");
        string Published(string step) => Encoding.UTF8.GetString(Vectors.Read($"di-eddsa/{folder}/{step}{ending}.txt"));

        byte[] canonicalDocument = suite.CanonicalDocument(document.RootElement);
        byte[] canonicalConfiguration = suite.CanonicalConfiguration(configuration.RootElement, KeyAlgorithm.Ed25519);
        byte[] hashData = Cryptosuite.Hash(KeyAlgorithm.Ed25519, canonicalConfiguration, canonicalDocument);
        byte[] signature = key.Sign(hashData);

        Assert.Equal(Published("canonDoc"), Encoding.UTF8.GetString(canonicalDocument));
        Assert.Equal(Published("proofCanon"), Encoding.UTF8.GetString(canonicalConfiguration));
        Assert.Equal(Published("proofHash"), Convert.ToHexStringLower(hashData.AsSpan(..32)));
        Assert.Equal(Published("docHash"), Convert.ToHexStringLower(hashData.AsSpan(32..)));
        Assert.Equal(Published("combinedHash"), Convert.ToHexStringLower(hashData));
        Assert.Equal(Published("sigHex"), Convert.ToHexStringLower(signature));
        Assert.Equal(Published("sigBTC58"), Multibase.Base58Btc(signature));
    }

    [VectorsTheory]
    [MemberData(nameof(Examples))]
    public void The_published_document_is_made_and_verifies(string folder, string ending, string unsigned, string suiteName)
    {
        Cryptosuite suite = Cryptosuite.Find(suiteName)!;
        using JsonDocument document = StrictJson.Parse(Vectors.Read($"di-eddsa/{unsigned}"));
        using JsonDocument published = StrictJson.Parse(Vectors.Read($"di-eddsa/{folder}/signed{ending}.json"));
        using SigningKey key = TestKeys.FromVectors("di-eddsa/keyPair.json");
        JsonElement expected = published.RootElement.GetProperty("proof");

        using JsonDocument made = StrictJson.Parse(DataIntegrityProof.Secure(
            document.RootElement, suite.CanonicalDocument(document.RootElement), suite, ProofJson.Options(expected), key));

        Assert.True(JsonElement.DeepEquals(expected, made.RootElement.GetProperty("proof")[0]));
        ProofJson.AssertVerified(published.RootElement, key);
        ProofJson.AssertVerified(made.RootElement, key);
    }
}
