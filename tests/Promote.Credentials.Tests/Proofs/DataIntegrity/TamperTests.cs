using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Proofs.DataIntegrity;

namespace Promote.Credentials.Tests.Proofs.DataIntegrity;

/// <summary>A signed document that somebody changed.</summary>
public sealed class TamperTests
{
    [Theory]
    [MemberData(nameof(SignedSample.Suites), MemberType = typeof(SignedSample))]
    public void Every_string_that_is_changed_fails(string suite)
    {
        JsonObject signed = SignedSample.Secure(suite);
        string[] leaves = [.. Leaves(signed)];
        Assert.True(leaves.Length >= 20);

        foreach (string path in leaves)
        {
            var changed = (JsonObject)signed.DeepClone();
            JsonNode leaf = Find(changed, path);
            leaf.ReplaceWith(leaf.GetValue<string>() + "x");
            Assert.False(Assert.Single(SignedSample.Verify(changed)).Verified, path);
        }
    }

    [Theory]
    [MemberData(nameof(SignedSample.Suites), MemberType = typeof(SignedSample))]
    public void Every_member_that_is_taken_away_fails(string suite)
    {
        JsonObject signed = SignedSample.Secure(suite);
        foreach (string path in Members(signed))
        {
            var changed = (JsonObject)signed.DeepClone();
            JsonNode member = Find(changed, path);
            member.Parent!.AsObject().Remove(member.GetPropertyName());
            Assert.False(Assert.Single(SignedSample.Verify(changed)).Verified, path);
        }
    }

    [Theory]
    [InlineData("eddsa-rdfc-2022", "evidence2", ProofErrors.ProofTransformation)]
    [InlineData("eddsa-rdfc-2022", "description", ProofErrors.ProofVerification)]
    [InlineData("eddsa-jcs-2022", "evidence2", ProofErrors.ProofVerification)]
    [InlineData("eddsa-jcs-2022", "description", ProofErrors.ProofVerification)]
    public void A_member_that_is_added_fails(string suite, string name, string code)
    {
        JsonObject signed = SignedSample.Secure(suite);
        signed[name] = "added";
        Assert.Equal(code, Assert.Single(SignedSample.Verify(signed)).ErrorCode);
    }

    [Theory]
    [InlineData("eddsa-rdfc-2022", ProofErrors.ProofTransformation)]
    [InlineData("eddsa-jcs-2022", ProofErrors.ProofVerification)]
    public void A_term_that_no_context_defines_fails_inside_the_proof_too(string suite, string code)
    {
        JsonObject signed = SignedSample.Secure(suite);
        signed.Proof()["remark"] = "added";
        Assert.Equal(code, Assert.Single(SignedSample.Verify(signed)).ErrorCode);
    }

    [Fact]
    public void The_layout_of_a_document_may_change_but_not_the_order_of_a_list()
    {
        JsonObject signed = SignedSample.Secure("eddsa-jcs-2022");
        var turned = new JsonObject(signed.Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        Assert.True(Assert.Single(SignedSample.Verify(turned)).Verified);

        signed["type"] = new JsonArray("OpenBadgeCredential", "VerifiableCredential");
        Assert.False(Assert.Single(SignedSample.Verify(signed)).Verified);
    }

    [Fact]
    public void A_proof_of_another_document_fails()
    {
        JsonObject signed = SignedSample.Secure("eddsa-jcs-2022");
        JsonNode proof = signed["proof"]!.DeepClone();
        var other = new JsonObject { ["id"] = "urn:uuid:2", ["@context"] = signed["@context"]!.DeepClone(), ["proof"] = proof };
        Assert.False(Assert.Single(SignedSample.Verify(other)).Verified);
    }

    private static JsonNode Find(JsonNode root, string path) => Descendants(root).Single(node => node.GetPath() == path);

    private static IEnumerable<string> Leaves(JsonNode root) => Descendants(root)
        .Where(node => node is JsonValue value && value.GetValueKind() == JsonValueKind.String)
        .Select(node => node.GetPath());

    private static IEnumerable<string> Members(JsonNode root) => Descendants(root)
        .Where(node => node.Parent is JsonObject)
        .Select(node => node.GetPath());

    private static IEnumerable<JsonNode> Descendants(JsonNode node) => (node switch
    {
        JsonObject json => json.Select(member => member.Value!),
        JsonArray json => json.Select(item => item!),
        _ => [],
    }).SelectMany(child => Descendants(child).Prepend(child));
}
