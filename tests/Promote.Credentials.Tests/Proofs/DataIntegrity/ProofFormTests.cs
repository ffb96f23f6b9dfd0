using System.Text;
using System.Text.Json.Nodes;
using Promote.Credentials.LinkedData;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.DataIntegrity;

namespace Promote.Credentials.Tests.Proofs.DataIntegrity;

/// <summary>Proofs that are malformed: each gets a verdict, none an exception.</summary>
public sealed class ProofFormTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("""{"proof":[]}""")]
    public void A_document_without_a_proof_has_one_failed_result(string json)
    {
        using var document = StrictJson.Parse(Encoding.UTF8.GetBytes(json));
        Assert.Equal(ProofErrors.ProofVerification, Assert.Single(ProofJson.Verify(document.RootElement, SignedSample.Key)).ErrorCode);
        Assert.Empty(DataIntegrityProof.Describe(document.RootElement));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"https://coe.example/proof\"")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("[[]]")]
    [InlineData("[null]")]
    public void A_proof_that_is_no_proof_fails(string proof)
    {
        JsonObject signed = SignedSample.Secure("eddsa-jcs-2022");
        signed["proof"] = JsonNode.Parse(proof);
        Assert.Equal(ProofErrors.ProofVerification, Assert.Single(SignedSample.Verify(signed)).ErrorCode);
    }

    [Theory]
    [InlineData("type", "null")]
    [InlineData("type", "[\"DataIntegrityProof\"]")]
    [InlineData("type", "\"Ed25519Signature2020\"")]
    [InlineData("cryptosuite", "\"ecdsa-sd-2023\"")]
    [InlineData("cryptosuite", "[]")]
    [InlineData("verificationMethod", "{}")]
    [InlineData("proofPurpose", "\"authentication\"")]
    [InlineData("proofPurpose", "[\"assertionMethod\"]")]
    [InlineData("id", "7")]
    [InlineData("created", "\"2026-11-20\"")]
    [InlineData("created", "\"2026-11-20T09:30:00\"")]
    [InlineData("created", "\"2026-02-30T09:30:00Z\"")]
    [InlineData("created", "\"2026-11-20T09:30:00Z\\n\"")]
    [InlineData("created", "\"Fri, 20 Nov 2026 09:30:00 GMT\"")]
    [InlineData("expires", "\"tomorrow\"")]
    [InlineData("expires", "1")]
    [InlineData("domain", "{}")]
    [InlineData("domain", "[7]")]
    [InlineData("challenge", "[]")]
    [InlineData("previousProof", "[{}]")]
    [InlineData("proofValue", "null")]
    [InlineData("proofValue", "\"\"")]
    [InlineData("proofValue", "\"z\"")]
    [InlineData("proofValue", "\"z0OIl\"")]
    [InlineData("proofValue", "\"zz\"")]
    public void A_member_of_the_wrong_form_fails(string member, string value)
    {
        JsonObject signed = SignedSample.Secure("eddsa-jcs-2022");
        signed.Proof()[member] = JsonNode.Parse(value);
        Assert.Equal(ProofErrors.ProofVerification, Assert.Single(SignedSample.Verify(signed)).ErrorCode);
    }

    [Fact]
    public void The_right_signature_in_another_alphabet_or_form_fails()
    {
        JsonObject signed = SignedSample.Secure("eddsa-jcs-2022");
        string value = (string)signed.Proof()["proofValue"]!;
        Assert.True(Multibase.TryDecode(value, out byte[] bytes));

        string[] others =
        [
            Multibase.Base64Url(bytes),
            Multibase.Base58Btc([0, .. bytes]),
            Multibase.Base58Btc([.. bytes, 0]),
            value[1..],
            value + " ",
            " " + value,
            value.ToUpperInvariant(),
        ];
        foreach (string other in others)
        {
            signed.Proof()["proofValue"] = other;
            Assert.False(Assert.Single(SignedSample.Verify(signed)).Verified, other);
        }
    }

    [Fact]
    public void A_proof_is_described_as_far_as_it_can_be_read()
    {
        JsonObject signed = SignedSample.Secure("eddsa-jcs-2022", SignedSample.Options with { Id = "urn:uuid:1" });
        signed["proof"]!.AsArray().Add(JsonNode.Parse("""{"type":"DataIntegrityProof","cryptosuite":7}"""));
        signed["proof"]!.AsArray().Add("text");
        using var document = ProofJson.Parse(signed);

        IReadOnlyList<ProofDescription> described = DataIntegrityProof.Describe(document.RootElement);

        Assert.Equal(
            new ProofDescription(0, "urn:uuid:1", "DataIntegrityProof", "eddsa-jcs-2022", SignedSample.Options.VerificationMethod, "assertionMethod", SignedSample.Options.Created, null),
            described[0]);
        Assert.Equal(new ProofDescription(1, null, "DataIntegrityProof", null, null, null, null, "The member cryptosuite is not a string."), described[1]);
        Assert.Equal("The proof is not an object.", described[2].Malformed);
    }

    [Fact]
    public void More_proofs_than_anybody_needs_are_not_looked_at()
    {
        JsonObject signed = SignedSample.Secure("eddsa-jcs-2022");
        while (signed["proof"]!.AsArray().Count < 17)
        {
            signed["proof"]!.AsArray().Add(signed.Proof().DeepClone());
        }
        Assert.All(SignedSample.Verify(signed), result => Assert.Contains("more than 16", result.Detail, StringComparison.Ordinal));
    }
}
