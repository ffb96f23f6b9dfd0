using System.Text;
using System.Text.Json.Nodes;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Tests.Verification;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Threat 5: the document brings its own key, or says of a key where to find it.</summary>
[Collection(PublicVerifierCollection.Name)]
public sealed class TM_05(PublicVerifier verifier) : IDisposable
{
    private const string School = "https://school.example/issuers/1";
    private const string SchoolKeys = "https://school.example/.well-known/jwks.json";

    private readonly Forger issuer = new();
    private readonly Forger thief = new();

    public void Dispose()
    {
        verifier.Web.Web.Clear();
        verifier.Web.Failures.Clear();
        issuer.Dispose();
        thief.Dispose();
    }

    [Fact]
    public async Task The_token_without_the_attack_is_taken()
    {
        verifier.Web.Serve(SchoolKeys, new JsonObject { ["keys"] = new JsonArray(issuer.Jwk) });

        await verifier.TakesAsync(issuer.Token($$"""{"alg":"ES256","jwk":{{issuer.Jwk.ToJsonString()}},"typ":"JWT"}""", OfSchool()));
    }

    [Fact]
    public Task A_key_in_the_header_is_not_the_key_that_the_identifier_is() =>
        verifier.RefusesAsync(thief.Token($$"""{"alg":"ES256","jwk":{{thief.Jwk.ToJsonString()}},"typ":"JWT"}""", issuer.Payload().ToJsonString()));

    [Fact]
    public async Task A_key_in_the_header_that_the_issuers_key_set_lacks_is_refused()
    {
        verifier.Web.Serve(SchoolKeys, new JsonObject { ["keys"] = new JsonArray(issuer.Jwk) });

        await verifier.RefusesAsync(thief.Token($$"""{"alg":"ES256","jwk":{{thief.Jwk.ToJsonString()}},"typ":"JWT"}""", OfSchool()));
    }

    [Fact]
    public Task A_key_in_the_header_of_an_issuer_that_publishes_none_is_refused() =>
        verifier.RefusesAsync(thief.Token($$"""{"alg":"ES256","jwk":{{thief.Jwk.ToJsonString()}},"typ":"JWT"}""", OfSchool()));

    [Fact]
    public Task A_kid_and_a_key_that_disagree_are_refused() =>
        verifier.RefusesAsync(thief.Token($$"""{"alg":"ES256","kid":"{{issuer.Method}}","jwk":{{thief.Jwk.ToJsonString()}},"typ":"JWT"}""", issuer.Payload().ToJsonString()));

    [Fact]
    public async Task A_private_key_in_the_header_is_refused_though_it_is_the_issuers()
    {
        var jwk = issuer.Jwk;
        jwk["d"] = issuer.D;
        verifier.Web.Serve(SchoolKeys, new JsonObject { ["keys"] = new JsonArray(issuer.Jwk) });

        await verifier.RefusesAsync(issuer.Token($$"""{"alg":"ES256","jwk":{{jwk.ToJsonString()}},"typ":"JWT"}""", OfSchool()));
    }

    [Theory]
    [InlineData("jku", "\"https://thief.example/keys.json\"")]
    [InlineData("x5u", "\"https://thief.example/chain.pem\"")]
    [InlineData("x5c", "[\"MIIB\"]")]
    [InlineData("x5t", "\"AAAA\"")]
    [InlineData("x5t#S256", "\"AAAA\"")]
    public async Task An_address_of_keys_in_the_header_is_refused_and_not_asked(string member, string value)
    {
        verifier.Web.Fetched.Clear();
        verifier.Web.Serve("https://thief.example/keys.json", new JsonObject { ["keys"] = new JsonArray(thief.Jwk) });

        await verifier.RefusesAsync(thief.Token($$"""{"alg":"ES256","{{member}}":{{value}},"typ":"JWT"}""", issuer.Payload().ToJsonString()));
        Assert.Empty(verifier.Web.Fetched);
    }

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("/dev/random")]
    [InlineData("'; DROP TABLE credentials; --")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://127.0.0.1/key.json")]
    [InlineData("https://thief.example/key.json")]
    [InlineData("did:web:thief.example#key-1")]
    [InlineData("data:application/json,{}")]
    [InlineData("javascript:alert(1)")]
    [InlineData("#key-1")]
    [InlineData("")]
    [InlineData("THIEF")]
    [InlineData("ISSUER#THIEF")]
    [InlineData("ISSUER?key=THIEF")]
    public async Task A_kid_that_is_not_the_issuers_key_is_refused(string keyId)
    {
        verifier.Web.Serve("https://thief.example/key.json", thief.Jwk);
        verifier.Web.Serve("https://thief.example/.well-known/did.json", JsonNode.Parse(DidDocumentOf("did:web:thief.example", thief, "assertionMethod"))!);
        var kid = keyId.Replace("ISSUER", issuer.Did, StringComparison.Ordinal).Replace("#THIEF", "#" + thief.PublicKey.Multikey, StringComparison.Ordinal).Replace("THIEF", thief.Method, StringComparison.Ordinal);

        await verifier.RefusesAsync(thief.Token($$"""{"alg":"ES256","kid":"{{kid}}","typ":"JWT"}""", issuer.Payload().ToJsonString()));
    }

    [Fact]
    public Task A_token_without_any_word_on_its_key_is_refused() => verifier.RefusesAsync(thief.Token("""{"alg":"ES256","typ":"JWT"}""", issuer.Payload().ToJsonString()));

    [Theory]
    [InlineData("authentication")]
    [InlineData("keyAgreement")]
    [InlineData("capabilityInvocation")]
    [InlineData("capabilityDelegation")]
    public async Task A_key_that_its_issuer_publishes_for_something_else_signs_no_credential(string purpose)
    {
        const string Did = "did:web:school.example";
        verifier.Web.Serve("https://school.example/.well-known/did.json", JsonNode.Parse(DidDocumentOf(Did, issuer, purpose))!);
        var payload = Jwt.Payload(issuer.Badge().With(badge => badge.Json["issuer"]!["id"] = Did)).ToJsonString();

        await verifier.RefusesAsync(issuer.Token($$"""{"alg":"ES256","kid":"{{Did}}#key-1","typ":"JWT"}""", payload));
    }

    [Theory]
    [InlineData("did:web:school.example%2Fissuers%2F1")]
    [InlineData("did:web:thief.example")]
    [InlineData("did:web:school.example:..:thief")]
    [InlineData("did:web:school.example%3A8443")]
    public async Task A_DID_document_that_says_it_is_another_is_refused(string id)
    {
        const string Did = "did:web:school.example";
        verifier.Web.Serve("https://school.example/.well-known/did.json", JsonNode.Parse(DidDocumentOf(id, thief, "assertionMethod"))!);
        var payload = Jwt.Payload(thief.Badge().With(badge => badge.Json["issuer"]!["id"] = Did)).ToJsonString();

        await verifier.RefusesAsync(thief.Token($$"""{"alg":"ES256","kid":"{{id}}#key-1","typ":"JWT"}""", payload));
    }

    [Theory]
    [InlineData("https://school.example/issuers/1#KEY")]
    [InlineData("https://school.example#KEY")]
    [InlineData("https://school.example/issuers/1?x#KEY")]
    [InlineData("https://thief.example/keys#KEY")]
    [InlineData("did:web:school.example#KEY")]
    [InlineData("urn:uuid:1d3f6d1c-6c3e-4d5f-9f0a-6d4b5a1f3c11#KEY")]
    public async Task A_key_in_the_fragment_of_the_issuers_address_proves_nothing(string method)
    {
        var badge = Badge.New().With(badge => badge.Json["issuer"]!["id"] = School);

        await verifier.RefusesAsync(badge.Sign(badge.Key, method.Replace("KEY", badge.Key.PublicKey.Multikey, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_proof_by_a_key_in_the_fragment_of_another_did_key_is_refused()
    {
        var badge = Badge.New();
        using var other = Badge.NewKey();

        await verifier.RefusesAsync(badge.Sign(other, $"{DidKey.For(badge.Key.PublicKey)}#{other.PublicKey.Multikey}"));
    }

    private string OfSchool() => Jwt.Payload(issuer.Badge().With(badge => badge.Json["issuer"]!["id"] = School)).ToJsonString();

    private static string DidDocumentOf(string id, Forger owner, string purpose) => $$"""
        {"@context":["https://www.w3.org/ns/did/v1"],"id":"{{id}}",
         "verificationMethod":[{"id":"{{id}}#key-1","type":"JsonWebKey","controller":"{{id}}","publicKeyJwk":{{owner.Jwk.ToJsonString()}}}],
         "{{purpose}}":["{{id}}#key-1"]}
        """;
}
