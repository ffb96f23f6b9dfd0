using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using Promote.Credentials.Proofs.Jose;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Tests.Proofs.DataIntegrity;
using Promote.Credentials.Tests.Proofs.Keys;

namespace Promote.Credentials.Tests.Proofs.Jose;

public sealed class VcJwtTests
{
    private static readonly DateTimeOffset Within = new(2026, 11, 25, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(KeyAlgorithm.P256, "ES256")]
    [InlineData(KeyAlgorithm.Rsa, "RS256")]
    public void A_credential_keeps_its_bytes_and_gets_the_claims_of_Open_Badges(KeyAlgorithm algorithm, string name)
    {
        SigningKey key = algorithm == KeyAlgorithm.P256 ? SampleCredential.P256 : SampleCredential.Rsa;
        string[] parts = Encoding.ASCII.GetString(SampleCredential.Sign(SampleCredential.Text, key)).Split('.');

        Assert.Equal($$"""{"alg":"{{name}}","kid":"did:web:coe.example#key","typ":"JWT"}""", Decode(parts[0]));
        Assert.Equal(
            SampleCredential.Text[..^1]
                + ""","iss":"https://coe.example/issuers/ro","jti":"urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33","nbf":1795132800,"sub":"urn:uuid:1","exp":1952899200}""",
            Decode(parts[1]));
    }

    [Fact]
    public void Without_a_key_id_the_header_holds_the_key()
    {
        Assert.True(CompactJws.TryParse(SampleCredential.Sign(SampleCredential.Text, SampleCredential.P256, keyId: null), out CompactJws? jws, out _));
        Assert.Null(jws.Header.KeyId);
        Assert.Equal("JWT", jws.Header.Type);
        Assert.Equal(SampleCredential.P256.PublicKey.Multikey, jws.Header.Key?.Multikey);
        Assert.True(jws.Verify(jws.Header.Key!));
    }

    [Fact]
    public void Without_validUntil_there_is_no_exp()
    {
        byte[] jwt = SampleCredential.Sign(SampleCredential.With(credential => credential.Remove("validUntil")), SampleCredential.P256);
        Assert.DoesNotContain("\"exp\"", Decode(Encoding.ASCII.GetString(jwt).Split('.')[1]), StringComparison.Ordinal);
        Assert.True(VcJwt.Verify(jwt, SampleCredential.P256.PublicKey).Verified);
    }

    [Theory]
    [InlineData("id")]
    [InlineData("issuer")]
    [InlineData("validFrom")]
    [InlineData("credentialSubject")]
    public void A_credential_without_a_member_that_becomes_a_claim_is_refused(string member) =>
        Assert.Throws<ArgumentException>(() => SampleCredential.Sign(SampleCredential.With(credential => credential.Remove(member)), SampleCredential.P256));

    [Fact]
    public void A_subject_without_an_id_is_refused() =>
        Assert.Throws<ArgumentException>(() => SampleCredential.Sign(SampleCredential.With(credential => credential["credentialSubject"]!.AsObject().Remove("id")), SampleCredential.P256));

    [Theory]
    [InlineData("validFrom", "2026-11-20T00:00:00.5Z")]
    [InlineData("validFrom", "2026-11-20T00:00:00.0000000001Z")]
    [InlineData("validUntil", "2031-11-20T00:00:00.000Z")]
    [InlineData("validUntil", "2031-11-20")]
    [InlineData("iss", "https://coe.example/issuers/ro")]
    [InlineData("jti", "urn:uuid:1")]
    public void A_time_with_a_fraction_and_a_claim_that_is_there_already_are_refused(string member, string value) =>
        Assert.Throws<ArgumentException>(() => SampleCredential.Sign(SampleCredential.With(credential => credential[member] = value), SampleCredential.P256));

    [Theory]
    [InlineData(KeyAlgorithm.Ed25519)]
    [InlineData(KeyAlgorithm.P384)]
    public void A_key_that_validators_of_badges_do_not_take_is_refused(KeyAlgorithm algorithm)
    {
        using SigningKey key = NewKeys.Signing(algorithm);
        Assert.Throws<ArgumentException>(() => SampleCredential.Sign(SampleCredential.Text, key));
    }

    [Fact]
    public void What_was_signed_verifies_and_gives_the_credential_back()
    {
        VcJwtResult result = VcJwt.Verify(SampleCredential.Sign(SampleCredential.Text, SampleCredential.Rsa), SampleCredential.Rsa.PublicKey, Within);
        Assert.True(result.Verified, result.Detail);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(SampleCredential.Text), JsonNode.Parse(result.Credential.Span)));
        Assert.Contains("\"score\": 1.0", Encoding.UTF8.GetString(result.Credential.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void A_JWT_by_another_key_fails()
    {
        byte[] jwt = SampleCredential.Sign(SampleCredential.Text, SampleCredential.P256);
        Assert.Equal(VcJwtErrors.Signature, VcJwt.Verify(jwt, NewKeys.Signing(KeyAlgorithm.P256).PublicKey).ErrorCode);
        Assert.Equal(VcJwtErrors.Signature, VcJwt.Verify(jwt, SampleCredential.Rsa.PublicKey).ErrorCode);
    }

    [Theory]
    [InlineData("JWT", null)]
    [InlineData("jwt", null)]
    [InlineData("vc+jwt", null)]
    [InlineData("application/vc+jwt", null)]
    [InlineData("vc+ld+jwt", null)]
    [InlineData("at+jwt", VcJwtErrors.Type)]
    [InlineData("vp+jwt", VcJwtErrors.Type)]
    [InlineData("statuslist+jwt", VcJwtErrors.Type)]
    [InlineData("", VcJwtErrors.Type)]
    public void A_token_of_another_type_is_no_credential(string type, string? error) =>
        Assert.Equal(error, VcJwt.Verify(CompactJws.Sign(Payload(_ => { }), SampleCredential.P256, SampleCredential.KeyId, type), SampleCredential.P256.PublicKey).ErrorCode);

    [Theory]
    [InlineData("iss", "\"https://other.example\"")]
    [InlineData("iss", "7")]
    [InlineData("jti", "\"urn:uuid:2\"")]
    [InlineData("sub", "\"urn:uuid:2\"")]
    [InlineData("sub", "null")]
    [InlineData("nbf", "1795132801")]
    [InlineData("nbf", "1795132800.5")]
    [InlineData("nbf", "\"1795132800\"")]
    [InlineData("nbf", "1e300")]
    [InlineData("exp", "1952899201")]
    [InlineData("iss", null)]
    [InlineData("jti", null)]
    [InlineData("nbf", null)]
    [InlineData("exp", null)]
    [InlineData("validFrom", "\"2026-11-20T00:00:00.5Z\"")]
    [InlineData("validFrom", null)]
    [InlineData("validUntil", null)]
    [InlineData("issuer", "\"https://other.example\"")]
    public void A_claim_that_says_something_else_than_the_document_fails(string name, string? value)
    {
        byte[] payload = Payload(document => Set(document, name, value));
        Assert.Equal(VcJwtErrors.Claims, VcJwt.Verify(CompactJws.Sign(payload, SampleCredential.P256, SampleCredential.KeyId), SampleCredential.P256.PublicKey).ErrorCode);
    }

    [Theory]
    [InlineData("iss")]
    [InlineData("jti")]
    [InlineData("nbf")]
    [InlineData("exp")]
    public void VC_JOSE_COSE_leaves_claims_out_and_Open_Badges_does_not(string name)
    {
        byte[] payload = Payload(document => document.Remove(name));
        Assert.True(VcJwt.Verify(CompactJws.Sign(payload, SampleCredential.P256, SampleCredential.KeyId, "vc+jwt"), SampleCredential.P256.PublicKey).Verified);
        Assert.False(VcJwt.Verify(CompactJws.Sign(payload, SampleCredential.P256, SampleCredential.KeyId, "JWT"), SampleCredential.P256.PublicKey).Verified);
    }

    [Fact]
    public void Other_claims_and_a_missing_sub_are_taken_and_are_not_part_of_the_credential()
    {
        byte[] payload = Payload(document =>
        {
            document["iat"] = 1795132800;
            document["aud"] = "did:example:1";
            document.Remove("sub");
        });
        VcJwtResult result = VcJwt.Verify(CompactJws.Sign(payload, SampleCredential.P256, SampleCredential.KeyId), SampleCredential.P256.PublicKey);
        Assert.True(result.Verified, result.Detail);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(SampleCredential.Text), JsonNode.Parse(result.Credential.Span)));
    }

    [Theory]
    [InlineData(-1, VcJwtErrors.NotYetValid)]
    [InlineData(0, null)]
    [InlineData(157766399, null)]
    [InlineData(157766400, VcJwtErrors.Expired)]
    public void The_period_is_judged_at_the_instant_that_is_given(int secondsAfterStart, string? error)
    {
        byte[] jwt = SampleCredential.Sign(SampleCredential.Text, SampleCredential.P256);
        Assert.Equal(error, VcJwt.Verify(jwt, SampleCredential.P256.PublicKey, DateTimeOffset.FromUnixTimeSeconds(1795132800 + secondsAfterStart)).ErrorCode);
        Assert.True(VcJwt.Verify(jwt, SampleCredential.P256.PublicKey).Verified);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("text")]
    [InlineData("{\"iss\":\"a\",\"iss\":\"b\"}")]
    [InlineData("{\"iss\":\"a\",\"\\u0069ss\":\"b\"}")]
    public void A_payload_that_is_no_strict_JSON_object_is_malformed(string payload) =>
        Assert.Equal(VcJwtErrors.Malformed, VcJwt.Verify(CompactJws.Sign(Encoding.UTF8.GetBytes(payload), SampleCredential.P256, null), SampleCredential.P256.PublicKey).ErrorCode);

    [VectorsFact]
    public void The_badge_of_1EdTech_verifies_by_the_key_in_its_header_and_lacks_nothing()
    {
        string jwt = PngText.Read(Vectors.Read("open-badges/ob30/simple-jwt.png"), "openbadgecredential");
        Assert.True(CompactJws.TryParse(jwt, out CompactJws? jws, out string error), error);
        Assert.Equal(("RS256", null, KeyAlgorithm.Rsa), (jws.Header.Algorithm, jws.Header.Type, jws.Header.Key!.Algorithm));
        VcJwtResult result = VcJwt.Verify(jws, jws.Header.Key, ProofJson.Now);
        Assert.True(result.Verified, result.Detail);
        Assert.DoesNotContain("\"iat\"", Encoding.UTF8.GetString(result.Credential.Span), StringComparison.Ordinal);
    }

    /// <summary>The sample's payload with its claims, changed.</summary>
    private static byte[] Payload(Action<JsonObject> change)
    {
        string payload = Decode(Encoding.ASCII.GetString(SampleCredential.Sign(SampleCredential.Text, SampleCredential.P256)).Split('.')[1]);
        JsonObject document = JsonNode.Parse(payload)!.AsObject();
        change(document);
        return Encoding.UTF8.GetBytes(document.ToJsonString());
    }

    private static void Set(JsonObject document, string name, string? value)
    {
        document.Remove(name);
        if (value is not null)
        {
            document[name] = JsonNode.Parse(value);
        }
    }

    private static string Decode(string part) => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(part));
}
