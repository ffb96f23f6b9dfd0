using System.Text.Json.Nodes;
using Promote.Credentials.Proofs.DataIntegrity;

namespace Promote.Credentials.Tests.Proofs.DataIntegrity;

/// <summary>Several proofs: beside each other, and one over another.</summary>
public sealed class ProofSetTests
{
    private static readonly ProofOptions Named = SignedSample.Options with { Id = "urn:uuid:a" };
    private static readonly ProofOptions Second = SignedSample.Options with { Id = "urn:uuid:b", Created = SignedSample.Options.Created.AddHours(1) };

    [Theory]
    [MemberData(nameof(SignedSample.Suites), MemberType = typeof(SignedSample))]
    public void Every_proof_of_a_set_is_verified_by_itself(string suite)
    {
        JsonObject set = SignedSample.Add(SignedSample.Secure(suite, Named), suite, Second);
        Assert.Equal([true, true], Verdicts(set));

        set.Proof(1)["created"] = "2026-11-20T11:30:00Z";
        Assert.Equal([true, false], Verdicts(set));
    }

    [Theory]
    [MemberData(nameof(SignedSample.Suites), MemberType = typeof(SignedSample))]
    public void A_proof_over_another_signs_that_one_too(string suite)
    {
        JsonObject chain = SignedSample.Add(SignedSample.Secure(suite, Named), suite, Second with { PreviousProof = ["urn:uuid:a"] });
        Assert.Equal([true, true], Verdicts(chain));

        JsonObject another = SignedSample.Secure(suite, Named with { Nonce = "n" });
        chain["proof"]![0] = another.Proof().DeepClone();
        Assert.Equal([true, false], Verdicts(chain));
    }

    [Fact]
    public void Suites_may_be_mixed_in_a_set() =>
        Assert.Equal([true, true], Verdicts(SignedSample.Add(SignedSample.Secure("eddsa-rdfc-2022", Named), "eddsa-jcs-2022", Second)));

    [Fact]
    public void Proofs_of_every_suite_stand_beside_each_other()
    {
        JsonObject set = EverySuite(index => Second with { Id = $"urn:uuid:{index}" });
        Assert.Equal([true, true, true, true], Verdicts(set));

        set["name"] = "changed";
        Assert.Equal([false, false, false, false], Verdicts(set));
    }

    [Fact]
    public void A_proof_of_every_suite_follows_one_of_another()
    {
        JsonObject chain = EverySuite(index => Second with { Id = $"urn:uuid:{index}", PreviousProof = index == 0 ? [] : [$"urn:uuid:{index - 1}"] });
        Assert.Equal([true, true, true, true], Verdicts(chain));

        chain.Proof(1)["created"] = "2026-11-20T11:30:00Z";
        Assert.Equal([true, false, false, true], Verdicts(chain));
    }

    [Fact]
    public void A_document_that_has_no_canonical_form_costs_the_same_however_many_proofs_it_has()
    {
        JsonObject one = SignedSample.Secure("eddsa-rdfc-2022", Named);
        one["tag"] = new JsonArray([.. Enumerable.Range(0, 5000).Select(_ => (JsonNode)new JsonObject { ["undefined"] = "x" })]);
        JsonObject many = (JsonObject)one.DeepClone();
        for (int i = 1; i < 16; i++)
        {
            JsonNode proof = many.Proof().DeepClone();
            proof["id"] = $"urn:uuid:{i}";
            proof["proofValue"] = $"z{new string('2', i)}";
            many["proof"]!.AsArray().Add(proof);
        }

        long ofOne = Allocated(one);
        long ofMany = Allocated(many);
        Assert.True(ofMany < 2 * ofOne, $"{ofOne} bytes for one proof, {ofMany} for sixteen");
    }

    [Theory]
    [InlineData("\"urn:uuid:missing\"")]
    [InlineData("[\"urn:uuid:a\",\"urn:uuid:missing\"]")]
    [InlineData("[\"\"]")]
    public void A_proof_over_one_that_is_not_there_fails(string previous)
    {
        JsonObject set = SignedSample.Add(SignedSample.Secure("eddsa-jcs-2022", Named), "eddsa-jcs-2022", Second);
        set.Proof(1)["previousProof"] = JsonNode.Parse(previous);
        AssertFails(set, 1, "not the id of exactly one proof");
    }

    [Fact]
    public void A_proof_over_itself_fails()
    {
        JsonObject signed = SignedSample.Secure("eddsa-jcs-2022", Named);
        signed.Proof()["previousProof"] = "urn:uuid:a";
        AssertFails(signed, 0, "circle");
    }

    [Fact]
    public void Proofs_over_each_other_fail()
    {
        JsonObject set = SignedSample.Add(SignedSample.Secure("eddsa-jcs-2022", Named), "eddsa-jcs-2022", Second);
        set.Proof(0)["previousProof"] = "urn:uuid:b";
        set.Proof(1)["previousProof"] = new JsonArray("urn:uuid:a");
        AssertFails(set, 0, "circle");
        AssertFails(set, 1, "circle");
    }

    [Fact]
    public void A_proof_that_occurs_twice_fails_both_times()
    {
        JsonObject signed = SignedSample.Secure("eddsa-jcs-2022");
        signed["proof"]!.AsArray().Add(signed.Proof().DeepClone());
        AssertFails(signed, 0, "same value");
        AssertFails(signed, 1, "same value");
    }

    [Fact]
    public void Two_proofs_of_one_id_fail()
    {
        JsonObject set = SignedSample.Add(SignedSample.Secure("eddsa-jcs-2022", Named), "eddsa-jcs-2022", Second with { Id = Named.Id });
        AssertFails(set, 0, "same id");
        AssertFails(set, 1, "same id");
    }

    [Fact]
    public void A_right_proof_does_not_cover_for_a_malformed_one()
    {
        JsonObject signed = SignedSample.Secure("eddsa-jcs-2022");
        signed["proof"]!.AsArray().Add(new JsonObject { ["type"] = "DataIntegrityProof" });
        Assert.Equal([true, false], Verdicts(signed));
    }

    private static JsonObject EverySuite(Func<int, ProofOptions> options)
    {
        JsonObject secured = SignedSample.Secure("eddsa-rdfc-2022", options(0));
        string[] others = ["ecdsa-rdfc-2019", "ecdsa-jcs-2019", "eddsa-jcs-2022"];
        return others.Index().Aggregate(secured, (document, suite) => SignedSample.Add(document, suite.Item, options(suite.Index + 1)));
    }

    private static bool[] Verdicts(JsonNode secured) => [.. SignedSample.Verify(secured).Select(result => result.Verified)];

    private static void AssertFails(JsonNode secured, int index, string because)
    {
        ProofResult result = SignedSample.Verify(secured)[index];
        Assert.False(result.Verified);
        Assert.Contains(because, result.Detail, StringComparison.Ordinal);
    }

    private static long Allocated(JsonObject secured)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.All(SignedSample.Verify(secured), result => Assert.Equal(ProofErrors.ProofTransformation, result.ErrorCode));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
