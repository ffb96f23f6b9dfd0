using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Tests.LinkedData;

namespace Promote.Credentials.Tests.Proofs.Jades;

/// <summary>Seals that we made.</summary>
public sealed class SealTests
{
    private const string Payload = """{"id":"urn:credential:1","title":{"ro":"Siguranță dinamică","lt":"Dinaminis saugumas „A“"},"line":"a\nb\"\\"}""";

    [Theory]
    [InlineData(DevelopmentSeals.Rsa)]
    [InlineData(DevelopmentSeals.P256)]
    public void A_seal_is_intact_and_holds_its_payload_byte_for_byte(string name)
    {
        SealReading seal = Read(Seal(name));
        SealReport report = seal.Verify([], DevelopmentSeals.Now);
        Assert.Equal(Payload, Encoding.UTF8.GetString(seal.Payload.Span));
        Assert.True(report.Intact.Holds, report.Intact.Sentence);
        Assert.Equal(SealLevel.Basic, report.Level);
        Assert.False(report.TimeStamped.Holds);
        Assert.Equal(DevelopmentSeals.Now, seal.ClaimedAt);
    }

    [Theory]
    [InlineData(DevelopmentSeals.Rsa)]
    [InlineData(DevelopmentSeals.P256)]
    public void A_development_seal_is_anchored_at_its_own_authority_alone_and_never_qualified(string name)
    {
        SealReading seal = Read(Seal(name));
        Assert.True(SealTrustAnchor.TryRead(DevelopmentSeals.Authority.Certificate.RawData, isQualified: true, out SealTrustAnchor? marked));
        SealReport report = seal.Verify([marked], DevelopmentSeals.Now);
        Assert.True(report.Anchored.Holds, report.Anchored.Sentence);
        Assert.False(report.Qualified.Holds);
        Assert.True(seal.IsTest);
        Assert.False(seal.Verify([], DevelopmentSeals.Now).Anchored.Holds);
    }

    [Theory]
    [InlineData(DevelopmentSeals.Rsa, "RS256")]
    [InlineData(DevelopmentSeals.P256, "ES256")]
    public void The_header_has_its_members_in_the_order_of_the_official_software(string name, string algorithm)
    {
        using SealKey key = DevelopmentSeals.Open(name);
        JsonObject header = Header(Seal(name));
        Assert.Equal(["alg", "cty", "kid", "x5t#S256", "x5c", "typ", "b64", "sigT", "crit"], header.Select(member => member.Key));
        Assert.Equal(algorithm, (string)header["alg"]!);
        Assert.Equal("2026-11-26T12:00:00Z", (string)header["sigT"]!);
        Assert.Equal("""["b64","sigT"]""", header["crit"]!.ToJsonString());
        Assert.Equal(key.Certificate.ToArray(), Convert.FromBase64String((string)Assert.Single(header["x5c"]!.AsArray())!));
    }

    /// <summary>As the framework, which did not write them, reads issuer, number and hash of the certificate.</summary>
    [Theory]
    [InlineData(DevelopmentSeals.Rsa)]
    [InlineData(DevelopmentSeals.P256)]
    public void The_header_names_the_certificate_in_three_ways(string name)
    {
        JsonObject header = Header(Seal(name));
        using X509Certificate2 leaf = X509CertificateLoader.LoadCertificate(Convert.FromBase64String((string)header["x5c"]![0]!));
        Assert.Equal(leaf.GetCertHash(HashAlgorithmName.SHA256), Base64Url.DecodeFromChars((string)header["x5t#S256"]!));
        string kid = Convert.ToHexString(Convert.FromBase64String((string)header["kid"]!));
        Assert.Contains(Convert.ToHexString(leaf.IssuerName.RawData), kid, StringComparison.Ordinal);
        Assert.EndsWith(leaf.SerialNumber, kid, StringComparison.Ordinal);
    }

    /// <summary>The same form that the official software writes, byte for byte.</summary>
    [VectorsFact]
    public void The_official_samples_name_their_certificate_as_we_would()
    {
        JsonObject header = Header(OfficialSeals.Read(OfficialSeals.Participation));
        using X509Certificate2 leaf = X509CertificateLoader.LoadCertificate(Convert.FromBase64String((string)header["x5c"]![0]!));
        Assert.Equal((string)header["kid"]!, IssuerSerial.Of(leaf));
    }

    [Theory]
    [InlineData(DevelopmentSeals.Rsa)]
    [InlineData(DevelopmentSeals.P256)]
    public void One_changed_byte_anywhere_in_what_is_sealed_breaks_it(string name)
    {
        byte[] original = Seal(name);
        JsonNode json = JsonNode.Parse(original)!;
        foreach (string changed in Changes(json))
        {
            bool read = JadesSeal.TryRead(Encoding.UTF8.GetBytes(changed), out SealReading? seal, out _);
            Assert.True(!read || !seal!.Verify([], DevelopmentSeals.Now).Intact.Holds, changed);
        }
    }

    [Fact]
    public void Letters_of_all_languages_stay_readable_in_the_document()
    {
        string document = Encoding.UTF8.GetString(Seal(DevelopmentSeals.P256));
        Assert.StartsWith("{\"payload\":\"{\\\"id\\\":", document, StringComparison.Ordinal);
        Assert.Contains("Siguranță dinamică", document, StringComparison.Ordinal);
        Assert.DoesNotContain("\"header\"", document, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_survives_sealing_byte_for_byte()
    {
        using SealKey key = DevelopmentSeals.Open(DevelopmentSeals.P256);
        Gen<byte[]> texts = Gen.Choose(0, 0x10FFFF).Where(code => code is < 0xD800 or > 0xDFFF).ArrayOf()
            .Or(Gen.Choose(0, 0x7F).ArrayOf())
            .Select(codes => Encoding.UTF8.GetBytes(string.Concat(codes.Select(char.ConvertFromUtf32))));
        Properties.ForAll(texts, text =>
        {
            SealReading seal = Read(JadesSeal.Sign(text, key, DevelopmentSeals.Now));
            Assert.Equal(text, seal.Payload.ToArray());
            Assert.True(seal.Verify([], DevelopmentSeals.Now).Intact.Holds);
        });
    }

    [Fact]
    public void What_is_no_text_is_not_sealed()
    {
        using SealKey key = DevelopmentSeals.Open(DevelopmentSeals.P256);
        Assert.Throws<ArgumentException>(() => JadesSeal.Sign([0xff], key, DevelopmentSeals.Now));
    }

    private static IEnumerable<string> Changes(JsonNode json)
    {
        string payload = (string)json["payload"]!;
        for (int i = 0; i < payload.Length; i++)
        {
            JsonNode changed = json.DeepClone();
            changed["payload"] = $"{payload[..i]}{(char)(payload[i] ^ 1)}{payload[(i + 1)..]}";
            yield return changed.ToJsonString();
        }
        foreach (string member in new[] { "protected", "signature" })
        {
            byte[] octets = Base64Url.DecodeFromChars((string)json["signatures"]![0]![member]!);
            for (int i = 0; i < octets.Length; i += member == "protected" ? 7 : 1)
            {
                octets[i] ^= 1;
                JsonNode changed = json.DeepClone();
                changed["signatures"]![0]![member] = Base64Url.EncodeToString(octets);
                octets[i] ^= 1;
                yield return changed.ToJsonString();
            }
        }
    }

    private static JsonObject Header(byte[] sealed_) =>
        JsonNode.Parse(Base64Url.DecodeFromChars((string)JsonNode.Parse(sealed_)!["signatures"]![0]!["protected"]!))!.AsObject();

    private static byte[] Seal(string name)
    {
        using SealKey key = DevelopmentSeals.Open(name);
        return JadesSeal.Sign(Encoding.UTF8.GetBytes(Payload), key, DevelopmentSeals.Now);
    }

    private static SealReading Read(byte[] bytes) => JadesSeal.TryRead(bytes, out SealReading? seal, out string error) ? seal : throw new InvalidDataException(error);
}
