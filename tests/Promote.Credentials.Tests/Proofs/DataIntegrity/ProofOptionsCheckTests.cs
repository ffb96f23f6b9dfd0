using System.Text.Json.Nodes;
using Promote.Credentials.Proofs.DataIntegrity;

namespace Promote.Credentials.Tests.Proofs.DataIntegrity;

/// <summary>A right signature that is not for here, not for now or not by whom it should be.</summary>
public sealed class ProofOptionsCheckTests
{
    private const string Suite = "eddsa-jcs-2022";

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, ProofErrors.ProofVerification)]
    [InlineData(1, ProofErrors.ProofVerification)]
    public void A_proof_holds_until_it_expires(int secondsAfter, string? code)
    {
        DateTimeOffset expires = ProofJson.Now;
        JsonObject signed = SignedSample.Secure(Suite, SignedSample.Options with { Expires = expires });
        Assert.Equal(code, Assert.Single(SignedSample.Verify(signed, new() { Now = expires.AddSeconds(secondsAfter) })).ErrorCode);
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("a.example", null, null)]
    [InlineData("a.example", "a.example", null)]
    [InlineData("b.example", "a.example", ProofErrors.InvalidDomain)]
    [InlineData(null, "a.example", ProofErrors.InvalidDomain)]
    public void A_proof_for_another_domain_fails(string? said, string? expected, string? code)
    {
        JsonObject signed = SignedSample.Secure(Suite, SignedSample.Options with { Domain = said });
        Assert.Equal(code, Assert.Single(SignedSample.Verify(signed, SignedSample.Accept with { Domain = expected })).ErrorCode);
    }

    [Fact]
    public void A_proof_for_two_domains_is_not_for_one_of_them_alone()
    {
        JsonObject signed = SignedSample.Secure(Suite);
        signed.Proof()["domain"] = new JsonArray("a.example", "b.example");
        Assert.Equal(ProofErrors.InvalidDomain, Assert.Single(SignedSample.Verify(signed, SignedSample.Accept with { Domain = "a.example" })).ErrorCode);
    }

    [Theory]
    [InlineData("1", null, null)]
    [InlineData("1", "1", null)]
    [InlineData("1", "2", ProofErrors.InvalidChallenge)]
    [InlineData(null, "2", ProofErrors.InvalidChallenge)]
    public void A_proof_that_answers_another_challenge_fails(string? said, string? expected, string? code)
    {
        JsonObject signed = SignedSample.Secure(Suite, SignedSample.Options with { Challenge = said });
        Assert.Equal(code, Assert.Single(SignedSample.Verify(signed, SignedSample.Accept with { Challenge = expected })).ErrorCode);
    }

    [Theory]
    [InlineData("assertionMethod", "assertionMethod", true)]
    [InlineData("authentication", "authentication", true)]
    [InlineData("authentication", "assertionMethod", false)]
    [InlineData("assertionMethod", "authentication", false)]
    public void A_proof_for_another_purpose_fails(string said, string expected, bool verified)
    {
        JsonObject signed = SignedSample.Secure(Suite, SignedSample.Options with { ProofPurpose = said });
        Assert.Equal(verified, Assert.Single(SignedSample.Verify(signed, SignedSample.Accept with { ExpectedPurpose = expected })).Verified);
    }

    [Fact]
    public void A_key_that_another_controls_fails()
    {
        JsonObject signed = SignedSample.Secure(Suite);
        string controller = SignedSample.Options.VerificationMethod.Split('#')[0];

        Assert.True(Assert.Single(SignedSample.Verify(signed, SignedSample.Accept with { ExpectedController = controller })).Verified);
        Assert.Equal(
            ProofErrors.InvalidVerificationMethod,
            Assert.Single(SignedSample.Verify(signed, SignedSample.Accept with { ExpectedController = "did:web:other.example" })).ErrorCode);
    }

    [Fact]
    public void A_key_that_nobody_found_fails()
    {
        using var document = ProofJson.Parse(SignedSample.Secure(Suite));
        Assert.Equal(ProofErrors.InvalidVerificationMethod, Assert.Single(ProofJson.Verify(document.RootElement)).ErrorCode);
    }

    [Fact]
    public void A_key_under_another_keys_name_fails()
    {
        using var document = ProofJson.Parse(SignedSample.Secure(Suite));
        using var other = TestKeys.FromSeed("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        var methods = TestKeys.Methods(other).Values.ToDictionary(_ => SignedSample.Options.VerificationMethod);
        Assert.Equal(
            ProofErrors.InvalidVerificationMethod,
            Assert.Single(DataIntegrityProof.Verify(document.RootElement, methods, SignedSample.Accept)).ErrorCode);
    }
}
