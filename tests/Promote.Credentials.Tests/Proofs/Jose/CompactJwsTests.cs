using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.Jose;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Tests.Proofs.Keys;

namespace Promote.Credentials.Tests.Proofs.Jose;

public sealed class CompactJwsTests
{
    /// <summary>RFC 7515 appendix A.3.</summary>
    private const string Rfc7515 =
        "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";

    private const string Rfc7515Key = """{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}""";

    [Fact]
    public void The_example_of_RFC_7515_verifies()
    {
        Assert.True(CompactJws.TryParse(Rfc7515, out CompactJws? jws, out _));
        Assert.StartsWith("{\"iss\":\"joe\"", Encoding.UTF8.GetString(jws.Payload.Span), StringComparison.Ordinal);
        Assert.True(jws.Verify(Key(Rfc7515Key)));
    }

    [VectorsTheory]
    [InlineData("key1.json", true)]
    [InlineData("key2.json", false)]
    public void The_signed_badge_of_Open_Badges_2_verifies_by_its_PEM_key_alone(string file, bool expected)
    {
        Assert.True(CompactJws.TryParse(Encoding.ASCII.GetString(Vectors.Read("open-badges/ob20/simple.jwt")).Trim(), out CompactJws? jws, out string error), error);
        using JsonDocument json = StrictJson.Parse(Vectors.Read($"open-badges/ob20/assets/{file}"));
        string pem = json.RootElement.GetProperty("publicKeyPem").GetString()!;
        byte[] der = Convert.FromBase64String(pem[System.Security.Cryptography.PemEncoding.Find(pem).Base64Data]);
        Assert.True(PublicKey.TryFromSubjectPublicKeyInfo(der, out PublicKey? key));
        Assert.Equal(pem, key.ToPem());
        Assert.Equal(expected, jws.Verify(key));
    }

    [Theory]
    [InlineData(KeyAlgorithm.Ed25519)]
    [InlineData(KeyAlgorithm.P256)]
    [InlineData(KeyAlgorithm.P384)]
    [InlineData(KeyAlgorithm.Rsa)]
    public void A_key_of_every_algorithm_signs_a_payload_as_it_is(KeyAlgorithm algorithm)
    {
        using SigningKey key = NewKeys.Signing(algorithm);
        byte[] payload = Encoding.UTF8.GetBytes("{ \"a\" : \"ț\", \"b\": 1.0 }\n");
        Assert.True(CompactJws.TryParse(CompactJws.Sign(payload, key, "did:web:a#k", "vc+jwt"), out CompactJws? jws, out string error), error);
        Assert.Equal(payload, jws.Payload.ToArray());
        Assert.Equal(new JwsHeader(key.PublicKey.JwsAlgorithm, "did:web:a#k", "vc+jwt", null, null), jws.Header);
        Assert.True(jws.Verify(key.PublicKey));
    }

    [Fact]
    public void A_disposed_key_signs_no_JWS()
    {
        SigningKey key = NewKeys.Signing(KeyAlgorithm.P256);
        key.Dispose();
        Assert.Throws<ObjectDisposedException>(() => CompactJws.Sign("{}"u8, key, null));
    }

    [Theory]
    [InlineData("{\"alg\":\"none\"}")]
    [InlineData("{\"alg\":\"nOnE\"}")]
    [InlineData("{\"alg\":\"HS256\"}")]
    [InlineData("{\"alg\":\"ES256 \"}")]
    [InlineData("{\"alg\":\"es256\"}")]
    [InlineData("{\"alg\":\"ES256K\"}")]
    [InlineData("{\"alg\":7}")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"alg\":\"ES256\",\"crit\":[\"exp\"],\"exp\":1}")]
    [InlineData("{\"alg\":\"ES256\",\"b64\":false}")]
    [InlineData("{\"alg\":\"ES256\",\"jku\":\"https://a.example\"}")]
    [InlineData("{\"alg\":\"ES256\",\"x5u\":\"https://a.example\"}")]
    [InlineData("{\"alg\":\"ES256\",\"x5c\":[]}")]
    [InlineData("{\"alg\":\"ES256\",\"zip\":\"DEF\"}")]
    [InlineData("{\"alg\":\"ES256\",\"kid\":7}")]
    [InlineData("{\"alg\":\"ES256\",\"kid\":null}")]
    [InlineData("{\"alg\":\"ES256\",\"typ\":[]}")]
    [InlineData("{\"alg\":\"ES256\",\"alg\":\"ES256\"}")]
    [InlineData("{\"alg\":\"ES256\",\"\\u0061lg\":\"ES256\"}")]
    [InlineData("{\"alg\":\"ES256\",\"jwk\":{}}")]
    [InlineData("{\"alg\":\"ES256\",\"jwk\":null}")]
    [InlineData("{\"alg\":\"ES256\"} ,")]
    [InlineData("ES256")]
    public void A_header_with_anything_unknown_is_refused_with_a_sentence(string header)
    {
        string[] parts = Rfc7515.Split('.');
        Assert.False(CompactJws.TryParse($"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{parts[1]}.{parts[2]}", out _, out string error));
        Assert.EndsWith(".", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_with_a_private_key_is_refused()
    {
        string jwk = Rfc7515Key.Replace("}", ",\"d\":\"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI\"}", StringComparison.Ordinal);
        string header = Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{{\"alg\":\"ES256\",\"jwk\":{jwk}}}"));
        Assert.False(CompactJws.TryParse(header + Rfc7515[Rfc7515.IndexOf('.')..], out _, out _));
    }

    [Fact]
    public void Another_text_for_the_same_signature_is_refused()
    {
        string[] parts = Rfc7515.Split('.');
        string[] others =
        [
            Rfc7515 + "=", Rfc7515 + "==", Rfc7515 + " ", " " + Rfc7515, Rfc7515 + "\n", Rfc7515 + ".", Rfc7515[..^1] + "R", Rfc7515.Replace('-', '+'),
            $"{parts[0]}\n.{parts[1]}.{parts[2]}", $"{parts[0]}.{parts[1]}", $"{parts[0]}..{parts[2]}", $"{parts[0]}.{parts[1]}.", $".{parts[1]}.{parts[2]}", "", "..",
            Rfc7515[..^1] + "Ā",
        ];
        Assert.All(others, text =>
        {
            Assert.False(CompactJws.TryParse(text, out _, out string error), text);
            Assert.EndsWith(".", error, StringComparison.Ordinal);
            Assert.False(CompactJws.TryParse(Encoding.UTF8.GetBytes(text), out _, out _), text);
        });
    }

    [Fact]
    public void A_text_beyond_the_limit_is_refused_before_it_is_read()
    {
        Assert.False(CompactJws.TryParse(Rfc7515, out _, out string error, maxLength: Rfc7515.Length - 1));
        Assert.Contains("limit", error, StringComparison.Ordinal);
        Assert.False(CompactJws.TryParse(Encoding.ASCII.GetBytes(Rfc7515), out _, out _, maxLength: Rfc7515.Length - 1));
        Assert.True(CompactJws.TryParse(Encoding.ASCII.GetBytes(Rfc7515), out _, out _, maxLength: Rfc7515.Length));
    }

    [Fact]
    public void The_key_decides_the_algorithm_and_not_the_header()
    {
        using SigningKey rsa = NewKeys.Signing(KeyAlgorithm.Rsa);
        string[] parts = Encoding.ASCII.GetString(CompactJws.Sign("{}"u8, rsa, "k")).Split('.');
        string header = Base64Url.EncodeToString("{\"alg\":\"ES256\",\"kid\":\"k\",\"typ\":\"JWT\"}"u8);
        string input = $"{header}.{parts[1]}";
        string signature = Base64Url.EncodeToString(rsa.Sign(Encoding.ASCII.GetBytes(input)));
        Assert.True(CompactJws.TryParse($"{input}.{signature}", out CompactJws? jws, out _));
        Assert.False(jws.Verify(rsa.PublicKey));
    }

    [Fact]
    public void A_changed_character_never_verifies() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNegativeInt>(),
        ArbMap.Default.ArbFor<char>(),
        (at, character) =>
        {
            int index = at.Get % Rfc7515.Length;
            string changed = Rfc7515[..index] + character + Rfc7515[(index + 1)..];
            return changed == Rfc7515 || !CompactJws.TryParse(changed, out CompactJws? jws, out _) || !jws.Verify(Key(Rfc7515Key));
        }).QuickCheckThrowOnFailure();

    private static PublicKey Key(string jwk)
    {
        using JsonDocument document = StrictJson.Parse(Encoding.UTF8.GetBytes(jwk));
        Assert.True(PublicKey.TryFromJwk(document.RootElement, out PublicKey? key));
        return key;
    }
}
