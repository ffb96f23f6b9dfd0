using System.Text;
using System.Text.Json.Nodes;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Verification;
using Promote.Credentials.Verification.Intake;

namespace Promote.Credentials.Tests.Verification;

public sealed class JwtCredentialTests
{
    private const string School = "https://school.example/issuers/1";

    private readonly World world = new();

    [Fact]
    public async Task A_jwt_of_a_did_key_issuer_is_valid()
    {
        var report = await world.VerifyAsync(OfDidKey());

        report.Says(Outcome.Valid);
        Assert.Equal(("openBadges3", "jwt"), (report.Kind, report.SecuredBy));
        Assert.Equal(CheckOutcome.Passed, report.Check(CheckIds.Claims).Outcome);
        Assert.False(report.Credential!.Value.TryGetProperty("iss", out _));
        Assert.Empty(world.Fetched);
    }

    [Theory]
    [InlineData("iss", "\"https://other.example\"")]
    [InlineData("jti", "\"urn:uuid:1d3f6d1c-6c3e-4d5f-9f0a-6d4b5a1f3c12\"")]
    [InlineData("sub", "\"did:example:somebody\"")]
    [InlineData("nbf", "1")]
    [InlineData("nbf", "\"1763629200\"")]
    [InlineData("exp", "4102444800")]
    public async Task A_claim_that_differs_from_the_document_makes_it_invalid_in_both_profiles(string claim, string value)
    {
        var badge = WithDidKey();
        var payload = Jwt.Payload(badge);
        payload[claim] = JsonNode.Parse(value);
        var jwt = Jwt.Sign(payload, DidKey.VerificationMethodFor(Jwt.Key.PublicKey));

        (await world.VerifyAsync(jwt)).Says(Outcome.Invalid, CheckIds.Claims, CheckOutcome.Failed);
        (await world.VerifyAsync(jwt, VerificationProfile.Strict)).Says(Outcome.Invalid, CheckIds.Claims, CheckOutcome.Failed);
    }

    [Theory]
    [InlineData("iss")]
    [InlineData("jti")]
    [InlineData("sub")]
    [InlineData("nbf")]
    public async Task A_missing_claim_is_a_warning_and_by_the_letter_a_failure(string claim)
    {
        var payload = Jwt.Payload(WithDidKey());
        payload.Remove(claim);
        var jwt = Jwt.Sign(payload, DidKey.VerificationMethodFor(Jwt.Key.PublicKey));

        (await world.VerifyAsync(jwt)).Says(Outcome.ValidWithWarnings, CheckIds.Claims, CheckOutcome.Warning);
        (await world.VerifyAsync(jwt, VerificationProfile.Strict)).Says(Outcome.Invalid, CheckIds.Claims, CheckOutcome.Failed);
    }

    [Fact]
    public async Task A_key_in_the_header_counts_only_when_the_issuers_key_set_has_it()
    {
        var jwt = Jwt.Sign(Jwt.Payload(OfSchool()), keyId: null);

        (await world.VerifyAsync(jwt)).Says(Outcome.Unconfirmed, CheckIds.IssuerIdentity, CheckOutcome.NotChecked);
        (await world.VerifyAsync(jwt, VerificationProfile.Strict)).Says(Outcome.Invalid, CheckIds.IssuerIdentity, CheckOutcome.Failed);

        world.Serve("https://school.example/.well-known/jwks.json", Keys(Jwk(Jwt.Key.PublicKey.Thumbprint, School)));
        (await world.VerifyAsync(jwt)).Says(Outcome.Valid, CheckIds.IssuerIdentity, CheckOutcome.Passed);
    }

    [Fact]
    public async Task A_key_in_the_header_that_the_issuers_key_set_lacks_is_a_forgery()
    {
        using var other = Badge.NewKey();
        world.Serve("https://school.example/.well-known/jwks.json", Keys(KeyOf(other, null)));

        (await world.VerifyAsync(Jwt.Sign(Jwt.Payload(OfSchool()), keyId: null))).Says(Outcome.Invalid, CheckIds.IssuerIdentity, CheckOutcome.Failed);
    }

    [Fact]
    public async Task A_key_of_another_issuer_of_the_same_host_is_not_taken()
    {
        world.Serve("https://school.example/.well-known/jwks.json", Keys(Jwk("", "https://school.example/issuers/2"), KeyOf(Badge.NewKey(), School)));

        (await world.VerifyAsync(Jwt.Sign(Jwt.Payload(OfSchool()), keyId: null))).Says(Outcome.Invalid, CheckIds.IssuerIdentity, CheckOutcome.Failed);
    }

    [Fact]
    public async Task A_key_behind_a_url_counts_only_when_the_issuer_publishes_it()
    {
        world.Serve("https://keys.example/1", Jwk("", null));
        var jwt = Jwt.Sign(Jwt.Payload(OfSchool()), "https://keys.example/1");
        (await world.VerifyAsync(jwt)).Says(Outcome.Unconfirmed, CheckIds.IssuerIdentity, CheckOutcome.NotChecked);

        world.Serve("https://school.example/.well-known/jwks.json", Keys(Jwk("", null)));
        (await world.VerifyAsync(jwt)).Says(Outcome.Valid);
    }

    [Theory]
    [InlineData("key-1", "key-1", School, Outcome.Valid)]
    [InlineData("key-1", School + "#key-1", School, Outcome.Valid)]
    [InlineData(School + "#key-1", School + "#key-1", null, Outcome.Valid)]
    [InlineData("https://school.example/keys/1", "https://school.example/keys/1", School, Outcome.Valid)]
    [InlineData("key-1", "key-2", School, Outcome.Unconfirmed)]
    [InlineData("key-1", "key-1", "https://school.example/issuers/2", Outcome.Unconfirmed)]
    [InlineData("https://elsewhere.example/keys/1", "https://elsewhere.example/keys/2", School, Outcome.Unconfirmed)]
    public async Task A_kid_names_a_key_of_the_issuers_key_set(string kid, string kidInSet, string? issuerInSet, Outcome expected)
    {
        world.Serve("https://school.example/.well-known/jwks.json", Keys(KeyOf(Badge.NewKey(), School, "another"), Jwk(kidInSet, issuerInSet)));

        (await world.VerifyAsync(Jwt.Sign(Jwt.Payload(OfSchool()), kid))).Says(expected);
    }

    [Fact]
    public async Task A_name_that_two_keys_of_a_set_have_is_nobodys()
    {
        world.Serve("https://school.example/.well-known/jwks.json", Keys(KeyOf(Badge.NewKey(), School, "key-1"), Jwk("key-1", School)));

        (await world.VerifyAsync(Jwt.Sign(Jwt.Payload(OfSchool()), "key-1"))).Says(Outcome.Unconfirmed);
    }

    [Fact]
    public async Task A_key_of_the_set_that_did_not_sign_verifies_nothing()
    {
        world.Serve("https://school.example/.well-known/jwks.json", Keys(KeyOf(Promote.Credentials.Tests.Proofs.Keys.NewKeys.Signing(Promote.Credentials.Proofs.Keys.KeyAlgorithm.P256), School, "key-1")));

        (await world.VerifyAsync(Jwt.Sign(Jwt.Payload(OfSchool()), "key-1"))).Says(Outcome.Invalid, CheckIds.Proof, CheckOutcome.Failed);
    }

    [Fact]
    public async Task A_header_whose_kid_and_jwk_disagree_is_a_forgery()
    {
        using var other = Badge.NewKey();
        var jwt = Encoding.ASCII.GetString(OfDidKey());
        var header = $$"""{"alg":"ES256","kid":"{{DidKey.VerificationMethodFor(Jwt.Key.PublicKey)}}","jwk":{{KeyOf(other, null).ToJsonString()}}}""";

        (await world.VerifyAsync(Jwt.WithHeader(header, Encoding.ASCII.GetBytes(jwt)))).Says(Outcome.Invalid, CheckIds.IssuerIdentity, CheckOutcome.Failed);
    }

    [Fact]
    public async Task A_jwt_of_a_did_jwk_issuer_is_valid()
    {
        var did = "did:jwk:" + System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Jwk("", null).ToJsonString()));
        var badge = Badge.New().With(badge => badge.Json["issuer"]!["id"] = did);

        (await world.VerifyAsync(Jwt.Sign(Jwt.Payload(badge), $"{did}#0"))).Says(Outcome.Valid);
        (await world.VerifyAsync(Jwt.Sign(Jwt.Payload(badge), "#0"))).Says(Outcome.Valid);
    }

    [Theory]
    [InlineData("at+jwt")]
    [InlineData("statuslist+jwt")]
    [InlineData("openid4vci-proof+jwt")]
    [InlineData("dc+sd-jwt")]
    [InlineData("vp+jwt")]
    [InlineData("kb+jwt")]
    public async Task A_token_for_something_else_is_no_credential(string type) =>
        Assert.Equal(RejectionKind.NotACredential, (await world.VerifyAsync(Jwt.Sign(Jwt.Payload(WithDidKey()), DidKey.VerificationMethodFor(Jwt.Key.PublicKey), type: type))).Rejection?.Kind);

    [Fact]
    public async Task A_credential_in_a_claim_beside_another_one_is_refused()
    {
        var payload = Jwt.Payload(WithDidKey());
        payload["vc"] = WithDidKey().Json.DeepClone();

        Assert.Equal(RejectionKind.NotACredential, (await world.VerifyAsync(Jwt.Sign(payload, DidKey.VerificationMethodFor(Jwt.Key.PublicKey)))).Rejection?.Kind);
    }

    [Fact]
    public async Task An_enveloped_credential_is_its_jwt()
    {
        var envelope = new JsonObject
        {
            ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2"),
            ["id"] = "data:application/vc+jwt," + Encoding.ASCII.GetString(OfDidKey()),
            ["type"] = "EnvelopedVerifiableCredential",
        };
        var report = await world.VerifyAsync(envelope.ToJsonString());
        report.Says(Outcome.Valid);
        Assert.Equal(Enclosure.Envelope, report.Enclosure);

        envelope["@context"] = new JsonArray();
        Assert.Equal("/@context", (await world.VerifyAsync(envelope.ToJsonString())).Rejection?.Pointer);
    }

    private byte[] OfDidKey() => Jwt.Sign(Jwt.Payload(WithDidKey()), DidKey.VerificationMethodFor(Jwt.Key.PublicKey));

    private static Badge WithDidKey() => Badge.New().With(badge => badge.Json["issuer"]!["id"] = DidKey.For(Jwt.Key.PublicKey));

    private static Badge OfSchool() => Badge.New().With(badge => badge.Json["issuer"]!["id"] = School);

    private static JsonObject Keys(params JsonObject[] keys) => new() { ["keys"] = new JsonArray([.. keys]) };

    private static JsonObject Jwk(string keyId, string? issuer) => KeyOf(Jwt.Key, issuer, keyId);

    private static JsonObject KeyOf(Promote.Credentials.Proofs.Keys.SigningKey key, string? issuer, string keyId = "")
    {
        using var stream = new MemoryStream();
        using (var json = new System.Text.Json.Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            key.PublicKey.WriteJwkMembers(json);
            json.WriteEndObject();
        }

        var jwk = JsonNode.Parse(stream.ToArray())!.AsObject();
        if (keyId.Length > 0)
        {
            jwk["kid"] = keyId;
        }

        if (issuer is not null)
        {
            jwk["iss"] = issuer;
        }

        return jwk;
    }
}
