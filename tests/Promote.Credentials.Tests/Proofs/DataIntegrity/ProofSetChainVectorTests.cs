using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Tests.Proofs.DataIntegrity;

/// <summary>The W3C's example of two proofs beside each other, a third over both and a fourth over the third.</summary>
public sealed class ProofSetChainVectorTests
{
    private const string Folder = "di-eddsa/proof-set-chain/";

    public static TheoryData<string, string, int> Proofs() => new()
    {
        { "unsigned.json", "proofSetConfigSigned1.json", 1 },
        { "signedProofSet1.json", "proofSetConfigSigned2.json", 2 },
        { "signedProofSet2.json", "proofChainConfigSigned1.json", 3 },
        { "signedProofChain1.json", "proofChainConfigSigned2.json", 4 },
    };

    public static TheoryData<string, int> SignedDocuments() => new()
    {
        { "signedProofSet1.json", 1 },
        { "signedProofSet2.json", 2 },
        { "signedProofChain1.json", 3 },
        { "signedProofChain2.json", 4 },
    };

    [VectorsTheory]
    [MemberData(nameof(Proofs))]
    public void Each_proof_is_made_as_published(string before, string published, int keyPair)
    {
        using JsonDocument document = StrictJson.Parse(Vectors.Read(Folder + before));
        using JsonDocument expected = StrictJson.Parse(Vectors.Read(Folder + published));
        using SigningKey key = TestKeys.FromVectors(Folder + "multiKeyPairs.json", $"keyPair{keyPair}");

        byte[] made = DataIntegrityProof.Next(document.RootElement, new EddsaRdfc2022(), ProofJson.Options(expected.RootElement), key);

        Assert.Equal(Encoding.UTF8.GetString(Jcs.Canonicalize(expected.RootElement)), Encoding.UTF8.GetString(Jcs.Canonicalize(StrictJson.Parse(made).RootElement)));
    }

    [VectorsTheory]
    [MemberData(nameof(SignedDocuments))]
    public void Each_signed_document_verifies_in_every_proof(string file, int proofs)
    {
        using JsonDocument document = StrictJson.Parse(Vectors.Read(Folder + file));
        SigningKey[] keys = [.. Enumerable.Range(1, 4).Select(pair => TestKeys.FromVectors(Folder + "multiKeyPairs.json", $"keyPair{pair}"))];

        IReadOnlyList<ProofResult> results = ProofJson.Verify(document.RootElement, keys);

        Assert.Equal(proofs, results.Count);
        Assert.All(results, result => Assert.True(result.Verified, result.Detail));
    }

    [VectorsFact]
    public void A_chain_without_one_of_its_links_fails_where_the_link_is_missed()
    {
        JsonNode document = JsonNode.Parse(Vectors.Read(Folder + "signedProofChain2.json"))!;
        SigningKey[] keys = [.. Enumerable.Range(1, 4).Select(pair => TestKeys.FromVectors(Folder + "multiKeyPairs.json", $"keyPair{pair}"))];
        document["proof"]!.AsArray().RemoveAt(0);

        IReadOnlyList<ProofResult> results = ProofJson.Verify(document, new ProofVerificationOptions { Now = ProofJson.Now }, keys);

        Assert.Equal([true, false, true], results.Select(result => result.Verified));
        Assert.Contains("urn:uuid:26329423-bec9-4b2e-88cb-a7c7d9dc4544", results[1].Detail, StringComparison.Ordinal);
    }
}
