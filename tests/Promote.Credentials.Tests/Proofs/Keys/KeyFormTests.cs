using System.Buffers;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Tests.Proofs.Keys;

/// <summary>One key in its four forms: Multikey, JWK, SubjectPublicKeyInfo, raw bytes.</summary>
public sealed class KeyFormTests
{
    /// <summary>RFC 7638 §3.1.</summary>
    private const string Rfc7638 = """
        {"kty":"RSA","n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw","e":"AQAB","alg":"RS256","kid":"2011-04-29"}
        """;

    /// <summary>RFC 8037 appendix A.2.</summary>
    private const string Rfc8037 = """{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}""";

    /// <summary>RFC 7515 appendix A.3.1, without d.</summary>
    private const string Rfc7515 = """{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}""";

    [Theory]
    [InlineData(Rfc7638, "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs")]
    [InlineData(Rfc8037, "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")]
    public void The_thumbprint_is_the_one_that_the_RFC_prints(string jwk, string expected) => Assert.Equal(expected, Jwk(jwk)?.Thumbprint);

    [VectorsTheory]
    [InlineData("di-ecdsa/p256KeyPair.json", KeyAlgorithm.P256)]
    [InlineData("di-ecdsa/p384KeyPair.json", KeyAlgorithm.P384)]
    public void The_multikeys_of_the_W3C_vectors_are_read(string file, KeyAlgorithm algorithm)
    {
        using JsonDocument pair = StrictJson.Parse(Vectors.Read(file));
        string multikey = pair.RootElement.GetProperty("publicKeyMultibase").GetString()!;
        Assert.True(PublicKey.TryFromMultikey(multikey, out PublicKey? key));
        Assert.Equal((algorithm, multikey), (key.Algorithm, key.Multikey));
    }

    [Theory]
    [InlineData(KeyAlgorithm.Ed25519)]
    [InlineData(KeyAlgorithm.P256)]
    [InlineData(KeyAlgorithm.P384)]
    [InlineData(KeyAlgorithm.Rsa)]
    public void Every_form_leads_back_to_the_same_key(KeyAlgorithm algorithm)
    {
        PublicKey key = Make(algorithm);
        Assert.True(PublicKey.TryCreate(algorithm, key.Bytes.Span, out PublicKey? raw));
        Assert.True(PublicKey.TryFromMultikey(key.Multikey, out PublicKey? multikey));
        Assert.True(PublicKey.TryFromSubjectPublicKeyInfo(Der(key.ToPem()), out PublicKey? pem));
        Assert.All([raw, multikey, pem, Jwk(WriteJwk(key))!], read => Assert.Equal((algorithm, key.Multikey), (read.Algorithm, read.Multikey)));
    }

    [Fact]
    public void The_PEM_is_what_the_framework_writes()
    {
        using ECDsa ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using RSA rsa = RSA.Create(2048);
        Assert.True(PublicKey.TryFromSubjectPublicKeyInfo(ecdsa.ExportSubjectPublicKeyInfo(), out PublicKey? p384));
        Assert.True(PublicKey.TryFromSubjectPublicKeyInfo(rsa.ExportSubjectPublicKeyInfo(), out PublicKey? rsaKey));
        Assert.Equal(ecdsa.ExportSubjectPublicKeyInfoPem(), p384.ToPem());
        Assert.Equal(rsa.ExportSubjectPublicKeyInfoPem(), rsaKey.ToPem());
        Assert.Equal(rsa.ExportRSAPublicKey(), rsaKey.Bytes.ToArray());
    }

    [Fact]
    public void Every_point_of_a_curve_is_decompressed_to_both_its_coordinates() => Prop.ForAll(
        ArbMap.Default.ArbFor<bool>(),
        big =>
        {
            using ECDsa ecdsa = ECDsa.Create(big ? ECCurve.NamedCurves.nistP384 : ECCurve.NamedCurves.nistP256);
            ECPoint point = ecdsa.ExportParameters(false).Q;
            ECPoint? read = (big ? EcCurve.P384 : EcCurve.P256).TryDecompress(EcCurve.Compress(point.X, point.Y));
            return read is { } made && made.X!.SequenceEqual(point.X!) && made.Y!.SequenceEqual(point.Y!);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(KeyAlgorithm.P256, "020000000000000000000000000000000000000000000000000000000000000001")]
    [InlineData(KeyAlgorithm.P256, "02ffffffff00000001000000000000000000000000ffffffffffffffffffffffff")]
    [InlineData(KeyAlgorithm.P256, "00")]
    [InlineData(KeyAlgorithm.P256, "040000000000000000000000000000000000000000000000000000000000000005")]
    [InlineData(KeyAlgorithm.P384, "036b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296")]
    public void What_is_no_compressed_point_of_the_curve_is_no_key(KeyAlgorithm algorithm, string hex) =>
        Assert.False(PublicKey.TryCreate(algorithm, Convert.FromHexString(hex), out _));

    [Theory]
    [InlineData(1024, 65537, false)]
    [InlineData(2040, 65537, false)]
    [InlineData(2048, 65537, true)]
    [InlineData(2048, 3, true)]
    [InlineData(2048, 1, false)]
    [InlineData(2048, 65536, false)]
    [InlineData(2048, 0x1_0000_0001, false)]
    [InlineData(4096, 65537, true)]
    [InlineData(4104, 65537, false)]
    public void An_RSA_key_outside_the_limits_is_no_key(int bits, long exponent, bool expected)
    {
        byte[] modulus = RandomNumberGenerator.GetBytes(bits / 8);
        modulus[0] |= 0x80;
        modulus[^1] |= 1;
        Assert.Equal(expected, PublicKey.TryCreate(KeyAlgorithm.Rsa, Pkcs1(modulus, exponent), out _));
        modulus[^1] &= 0xfe;
        Assert.False(PublicKey.TryCreate(KeyAlgorithm.Rsa, Pkcs1(modulus, exponent), out _));
    }

    [Theory]
    [InlineData("}", ",\"d\":\"AAAA\"}")]
    [InlineData("}", ",\"use\":\"enc\"}")]
    [InlineData("}", ",\"key_ops\":[\"encrypt\"]}")]
    [InlineData("}", ",\"alg\":\"ES384\"}")]
    [InlineData("}", ",\"alg\":\"none\"}")]
    [InlineData("\"EC\"", "\"OKP\"")]
    [InlineData("\"P-256\"", "\"P-384\"")]
    [InlineData("\"P-256\"", "\"secp256k1\"")]
    [InlineData("\"x\":\"f", "\"x\":\"g")]
    [InlineData("\"x\":\"f", "\"x\":\"AAf")]
    [InlineData("\"y\":\"x", "\"y\":\"w")]
    [InlineData("I5a0", "I5a0=")]
    [InlineData("I5a0", "I5a1")]
    [InlineData("I5a0", " I5a0")]
    [InlineData("\"y\"", "\"Y\"")]
    public void A_JWK_with_a_wrong_member_is_no_key(string is_, string becomes)
    {
        string changed = Rfc7515.Replace(is_, becomes, StringComparison.Ordinal);
        Assert.NotNull(Jwk(Rfc7515));
        Assert.NotEqual(Rfc7515, changed);
        Assert.Null(Jwk(changed));
    }

    [Theory]
    [InlineData("\"e\":\"AQAB\"", "\"e\":\"AAEAAQ\"")]
    [InlineData("\"n\":\"0", "\"n\":\"AAAA0")]
    [InlineData("RS256", "PS256")]
    [InlineData("}", ",\"p\":\"AQ\"}")]
    public void An_RSA_JWK_with_a_wrong_member_is_no_key(string is_, string becomes)
    {
        Assert.NotNull(Jwk(Rfc7638));
        Assert.Null(Jwk(Rfc7638.Replace(is_, becomes, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(KeyAlgorithm.Ed25519)]
    [InlineData(KeyAlgorithm.P256)]
    [InlineData(KeyAlgorithm.Rsa)]
    public void A_key_with_bytes_behind_it_is_no_key(KeyAlgorithm algorithm)
    {
        PublicKey key = Make(algorithm);
        Assert.False(PublicKey.TryCreate(algorithm, [.. key.Bytes.Span, 0], out _));
        Assert.False(PublicKey.TryFromSubjectPublicKeyInfo([.. Der(key.ToPem()), 0], out _));
        Assert.False(PublicKey.TryFromSubjectPublicKeyInfo(Der(key.ToPem()).AsSpan(0, 40), out _));
        Assert.False(PublicKey.TryFromSubjectPublicKeyInfo([], out _));
    }

    internal static PublicKey Make(KeyAlgorithm algorithm)
    {
        switch (algorithm)
        {
            case KeyAlgorithm.Ed25519:
                return Jwk(Rfc8037)!;
            case KeyAlgorithm.Rsa:
                return Jwk(Rfc7638)!;
            default:
                using (ECDsa ecdsa = ECDsa.Create(algorithm == KeyAlgorithm.P256 ? ECCurve.NamedCurves.nistP256 : ECCurve.NamedCurves.nistP384))
                {
                    Assert.True(PublicKey.TryFromSubjectPublicKeyInfo(ecdsa.ExportSubjectPublicKeyInfo(), out PublicKey? key));
                    return key;
                }
        }
    }

    private static PublicKey? Jwk(string text)
    {
        using JsonDocument document = StrictJson.Parse(Encoding.UTF8.GetBytes(text));
        return PublicKey.TryFromJwk(document.RootElement, out PublicKey? key) ? key : null;
    }

    private static string WriteJwk(PublicKey key)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            key.WriteJwkMembers(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static byte[] Der(string pem) => Convert.FromBase64String(pem[PemEncoding.Find(pem).Base64Data]);

    private static byte[] Pkcs1(byte[] modulus, long exponent)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteIntegerUnsigned(modulus);
            writer.WriteInteger(exponent);
        }
        return writer.Encode();
    }
}
