using System.Text.Json.Nodes;

namespace Promote.Credentials.Tests.Proofs.DataIntegrity;

/// <summary>The <c>@context</c> that a proof carries, against the document's.</summary>
public sealed class SignedContextTests
{
    private const string Citizenship = "https://w3id.org/citizenship/v4rc1";

    [Fact]
    public void With_jcs_a_context_behind_the_signed_ones_is_a_later_signers()
    {
        JsonObject signed = SignedSample.Secure("eddsa-jcs-2022");
        signed["@context"]!.AsArray().Add(Citizenship);
        Assert.True(Verified(signed));
    }

    [Fact]
    public void With_jcs_a_context_before_or_between_the_signed_ones_fails()
    {
        JsonObject signed = SignedSample.Secure("eddsa-jcs-2022");
        signed["@context"]!.AsArray().Insert(1, Citizenship);
        Assert.False(Verified(signed));
    }

    [Fact]
    public void With_jcs_a_document_that_lost_a_signed_context_fails()
    {
        JsonObject signed = SignedSample.Secure("eddsa-jcs-2022");
        signed["@context"]!.AsArray().RemoveAt(1);
        Assert.False(Verified(signed));
    }

    [Fact]
    public void With_rdfc_a_proof_may_repeat_the_documents_context_but_have_no_other()
    {
        JsonObject signed = SignedSample.Secure("eddsa-rdfc-2022");
        signed.Proof()["@context"] = signed["@context"]!.DeepClone();
        Assert.True(Verified(signed));

        signed.Proof()["@context"] = "https://www.w3.org/ns/credentials/v2";
        Assert.False(Verified(signed));
    }

    [Fact]
    public void With_rdfc_an_unknown_context_fails()
    {
        JsonObject signed = SignedSample.Secure("eddsa-rdfc-2022");
        signed["@context"]!.AsArray().Add("https://example.com/context.json");
        Assert.False(Verified(signed));
    }

    private static bool Verified(JsonNode secured) => Assert.Single(SignedSample.Verify(secured)).Verified;
}
