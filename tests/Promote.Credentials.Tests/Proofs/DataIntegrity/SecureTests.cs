using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Tests.Proofs.DataIntegrity;

public sealed class SecureTests
{
    [Theory]
    [MemberData(nameof(SignedSample.Suites), MemberType = typeof(SignedSample))]
    public void The_input_stays_as_it_was_and_the_proof_stands_behind_it_as_an_array(string suite)
    {
        string before = Encoding.UTF8.GetString(SignedSample.Unsigned);
        string after = Encoding.UTF8.GetString(SignedSample.SecureBytes(suite));

        Assert.StartsWith(before[..^1] + ",\"proof\":[{", after, StringComparison.Ordinal);
        Assert.EndsWith("}]}", after, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(SignedSample.Suites), MemberType = typeof(SignedSample))]
    public void What_was_signed_verifies_and_by_Ed25519_is_the_same_every_time(string suite)
    {
        Assert.True(Assert.Single(SignedSample.Verify(SignedSample.Secure(suite))).Verified);
        bool isDeterministic = suite.StartsWith("eddsa", StringComparison.Ordinal);
        Assert.Equal(isDeterministic, SignedSample.SecureBytes(suite).AsSpan().SequenceEqual(SignedSample.SecureBytes(suite)));
    }

    [Fact]
    public void Every_option_is_written_and_signed()
    {
        ProofOptions options = SignedSample.Options with
        {
            Id = "urn:uuid:1",
            Created = new DateTimeOffset(2026, 11, 20, 10, 30, 0, 900, TimeSpan.FromHours(1)),
            Expires = ProofJson.Now.AddDays(1),
            Domain = "coe.example",
            Challenge = "c",
            Nonce = "n",
        };
        string proof = SignedSample.Secure("eddsa-jcs-2022", options).Proof().ToJsonString();

        Assert.StartsWith("""{"@context":["https://www.w3.org/ns/credentials/v2",""", proof, StringComparison.Ordinal);
        Assert.Contains(
            """
            "id":"urn:uuid:1","type":"DataIntegrityProof","cryptosuite":"eddsa-jcs-2022","created":"2026-11-20T09:30:00Z","expires":"2026-11-24T12:00:00Z","verificationMethod":
            """,
            proof,
            StringComparison.Ordinal);
        Assert.Contains(""" "proofPurpose":"assertionMethod","domain":"coe.example","challenge":"c","nonce":"n","proofValue":"z""".Trim(), proof, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_has_a_proof_gets_no_second_first_one()
    {
        using JsonDocument secured = StrictJson.Parse(SignedSample.SecureBytes("eddsa-jcs-2022"));
        Assert.Throws<ArgumentException>(() =>
            DataIntegrityProof.Secure(secured.RootElement, default, new EddsaJcs2022(), SignedSample.Options, SignedSample.Key));
    }

    [Fact]
    public void A_proof_over_one_that_is_not_there_is_not_made() => Assert.Throws<ArgumentException>(() =>
        SignedSample.Add(SignedSample.Secure("eddsa-jcs-2022"), "eddsa-jcs-2022", SignedSample.Options with { PreviousProof = ["urn:uuid:1"] }));

    [Fact]
    public void Nothing_but_the_two_suites_is_found()
    {
        Assert.IsType<EddsaRdfc2022>(Cryptosuite.Find("eddsa-rdfc-2022"));
        Assert.IsType<EddsaJcs2022>(Cryptosuite.Find("eddsa-jcs-2022"));
        Assert.IsType<EcdsaRdfc2019>(Cryptosuite.Find("ecdsa-rdfc-2019"));
        Assert.IsType<EcdsaJcs2019>(Cryptosuite.Find("ecdsa-jcs-2019"));
        Assert.Null(Cryptosuite.Find("Eddsa-rdfc-2022"));
        Assert.Null(Cryptosuite.Find("eddsa-2022"));
    }

    [Theory]
    [InlineData("eddsa-rdfc-2022")]
    [InlineData("ecdsa-jcs-2019")]
    public void A_suite_signs_with_no_other_kind_of_key(string suite)
    {
        using JsonDocument document = StrictJson.Parse(SignedSample.Unsigned);
        SigningKey key = suite == "eddsa-rdfc-2022" ? SignedSample.P256Key : SignedSample.Key;
        Assert.Throws<ArgumentException>(() => DataIntegrityProof.Secure(document.RootElement, default, Cryptosuite.Find(suite)!, SignedSample.Options, key));
    }

    [Theory]
    [InlineData("eddsa-rdfc-2022", "ecdsa-rdfc-2019")]
    [InlineData("ecdsa-jcs-2019", "eddsa-jcs-2022")]
    public void A_proof_that_names_a_suite_of_another_kind_of_key_fails(string suite, string named)
    {
        JsonObject signed = SignedSample.Secure(suite);
        signed.Proof()["cryptosuite"] = named;
        Assert.Equal(ProofErrors.InvalidVerificationMethod, Assert.Single(SignedSample.Verify(signed)).ErrorCode);
    }
}
