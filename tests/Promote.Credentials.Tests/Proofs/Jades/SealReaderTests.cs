using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Promote.Credentials.Proofs.Jades;

namespace Promote.Credentials.Tests.Proofs.Jades;

/// <summary>What is no seal, and the sentence that says why.</summary>
public sealed class SealReaderTests : IDisposable
{
    private readonly SealKey _key = DevelopmentSeals.Open(DevelopmentSeals.P256);

    public static TheoryData<string, string> Headers() => new()
    {
        { """h.alg="none" """, "alg" },
        { """h.alg="HS256" """, "alg" },
        { """h.alg="RS256" """, "does not sign by RS256" },
        { """h.alg="ES384" """, "alg" },
        { """-h.alg""", "The member alg is missing." },
        { """h.alg=["ES256"]""", "The member alg is not text." },
        { """h.b64=true""", "b64 is not false" },
        { """-h.b64""", "b64 is not false" },
        { """h.b64="false" """, "b64 is not false" },
        { """-h.crit""", "The member crit" },
        { """h.crit=[]""", "The member crit" },
        { """h.crit=["sigT"]""", "crit does not list exactly b64, sigT" },
        { """h.crit=["b64"]""", "crit does not list exactly b64, sigT" },
        { """h.crit=["b64","sigT","sigT"]""", "crit does not list exactly b64, sigT" },
        { """h.crit=["b64","sigT","adoTst"]""", "crit does not list exactly b64, sigT" },
        { """h.crit=["b64","sigT","exp"]""", "crit does not list exactly b64, sigT" },
        { """h.crit=["b64",1]""", "not text" },
        { """h.sigD={}""", "has the member sigD" },
        { """h.jku="https://x.example" """, "has the member jku" },
        { """h.x5u="https://x.example" """, "has the member x5u" },
        { """h.jwk={}""", "has the member jwk" },
        { """-h.x5c""", "The member x5c" },
        { """h.x5c=[]""", "The member x5c" },
        { """h.x5c="MII" """, "The member x5c" },
        { """h.x5c=["MII"]""", "Base64" },
        { """h.x5c=["AAAA"]""", "not a certificate" },
        { """h["x5t#S256"]="AAAA" """, "x5t#S256" },
        { """-h["x5t#S256"]""", "x5t#S256" },
        { """h.kid="another" """, "kid" },
        { """h.typ="JWT" """, "typ" },
        { """h.cty=1""", "cty" },
        { """h.sigT="2026-11-26" """, "signing time" },
        { """h.sigT="2026-11-26T12:00:00+01:00" """, "signing time" },
        { """h.sigT="2026-11-26T12:00:00.5Z" """, "signing time" },
        { """h.iat=1""", "exactly one of sigT and iat" },
        { """h.adoTst={"tstTokens":[]}""", "crit" },
    };

    public static TheoryData<string, string> Documents() => new()
    {
        { """{}""", "The member payload is missing." },
        { """[]""", "is not an object" },
        { """{"payload":"a"}""", "signatures" },
        { """{"payload":"a","signatures":[]}""", "signatures" },
        { """{"payload":{},"signatures":[S]}""", "payload is not text" },
        { """{"payload":"a","signatures":[S,S]}""", "array of 1 to 1" },
        { """{"payload":"a","signatures":[S],"more":1}""", "has the member more" },
        { """{"payload":"a","payload":"b","signatures":[S]}""", "duplicateMember" },
        { """{"payload":"a","p\u0061yload":"b","signatures":[S]}""", "duplicateMember" },
        { """{"payload":"\ud800","signatures":[S]}""", "invalidText" },
        { """{"payload":"a","signatures":[S]} x""", "syntax" },
        { """{"payload":"a","signatures":[{"protected":"P=","signature":"AAAA"}]}""", "base64url" },
        { """{"payload":"a","signatures":[{"protected":"e30","signature":"AAAA"}]}""", "b64" },
        { """{"payload":"a","signatures":[{"protected":"P","signature":"AAAB="}]}""", "base64url" },
        { """{"payload":"a","signatures":[{"protected":"P","signature":""}]}""", "base64url" },
        { """{"payload":"a","signatures":[{"protected":"P","signature":"AAAA","header":{}}]}""", "etsiU" },
        { """{"payload":"a","signatures":[{"protected":"P","signature":"AAAA","header":{"kid":"x"}}]}""", "has the member kid" },
        { """{"payload":"a","signatures":[{"protected":"P","signature":"AAAA","header":{"etsiU":[]}}]}""", "etsiU" },
        { """{"payload":"a","signatures":[{"protected":"P","signature":"AAAA","header":{"etsiU":[{}]}}]}""", "not text" },
        { """{"payload":"a","signatures":[{"protected":"P","signature":"AAAA","header":{"etsiU":["e30"]}}]}""", "exactly one member" },
        { """{"payload":"a","signatures":[{"protected":"P","signature":"AAAA","header":{"etsiU":["eyJjU2lnIjoxfQ"]}}]}""", "has the member cSig" },
        { """{"payload":"a","signatures":[{"protected":"P","signature":"AAAA","header":{"etsiU":["eyJzaWdUc3QiOnt9fQ"]}}]}""", "tstTokens" },
        { """{"payload":"a","protected":"P","signature":"AAAA"}""", "has the member protected" },
    };

    [Theory]
    [MemberData(nameof(Headers))]
    public void A_header_that_a_seal_does_not_have_is_refused(string change, string why)
    {
        JsonObject header = JsonNode.Parse(Base64Url.DecodeFromChars(Header))!.AsObject();
        bool removes = change.StartsWith('-');
        int equals = change.IndexOf('=', StringComparison.Ordinal);
        string name = (removes ? change[1..] : change[..equals]).Replace("h.", "", StringComparison.Ordinal).Replace("h[\"", "", StringComparison.Ordinal).Replace("\"]", "", StringComparison.Ordinal);
        header.Remove(name);
        if (!removes)
        {
            header[name] = JsonNode.Parse(change[(equals + 1)..]);
        }
        AssertRefused(why, Document(Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.ToJsonString()))));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_that_a_seal_is_not_is_refused(string template, string why) =>
        AssertRefused(why, template.Replace("S,", $"{Signature(Header)},", StringComparison.Ordinal)
            .Replace("[S]", $"[{Signature(Header)}]", StringComparison.Ordinal)
            .Replace(",S]", $",{Signature(Header)}]", StringComparison.Ordinal)
            .Replace("\"P\"", $"\"{Header}\"", StringComparison.Ordinal));

    [Fact]
    public void A_header_with_a_member_twice_is_refused()
    {
        string header = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(Header));
        AssertRefused("duplicateMember", Document(Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.Replace("{\"alg\":\"ES256\"", "{\"alg\":\"ES256\",\"alg\":\"ES256\"", StringComparison.Ordinal)))));
    }

    [Fact]
    public void A_document_beyond_the_limit_is_refused() =>
        Assert.False(JadesSeal.TryRead(JadesSeal.Sign(new byte[2000].Select(_ => (byte)'a').ToArray(), _key, DevelopmentSeals.Now), out _, out _, maxBytes: 2000));

    /// <summary>Version 1.2.1 of the standard writes the time of RFC 7519 instead of its own.</summary>
    [Fact]
    public void A_header_with_iat_is_read()
    {
        JsonObject header = JsonNode.Parse(Base64Url.DecodeFromChars(Header))!.AsObject();
        header.Remove("sigT");
        header["iat"] = DevelopmentSeals.Now.ToUnixTimeSeconds();
        header["crit"] = new JsonArray("b64");
        string text = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.ToJsonString()));
        byte[] signature = _key.Sign(Encoding.UTF8.GetBytes($"{text}.payload"));
        Assert.True(JadesSeal.TryRead(SealDocument.Write("payload"u8, text, [], Base64Url.EncodeToString(signature)), out SealReading? seal, out string error), error);
        Assert.Equal(DevelopmentSeals.Now, seal.ClaimedAt);
        Assert.True(seal.Verify([], DevelopmentSeals.Now).Intact.Holds);
    }

    [Theory]
    [InlineData("RS384")]
    [InlineData("RS512")]
    [InlineData("PS256")]
    public void Other_algorithms_of_an_RSA_key_are_read(string algorithm)
    {
        using SealKey key = DevelopmentSeals.Open(DevelopmentSeals.Rsa);
        using RSA own = RSA.Create();
        own.ImportFromPem(Pem());
        JsonObject header = JsonNode.Parse(Base64Url.DecodeFromChars((string)JsonNode.Parse(JadesSeal.Sign("payload"u8, key, DevelopmentSeals.Now))!["signatures"]![0]!["protected"]!))!.AsObject();
        header["alg"] = algorithm;
        string text = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.ToJsonString()));
        (HashAlgorithmName hash, RSASignaturePadding padding) = algorithm switch
        {
            "RS384" => (HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
            "RS512" => (HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            _ => (HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        };
        byte[] signature = own.SignData(Encoding.UTF8.GetBytes($"{text}.payload"), hash, padding);
        Assert.True(Intact(text, signature));
        signature[20] ^= 1;
        Assert.False(Intact(text, signature));
    }

    public void Dispose() => _key.Dispose();

    private static bool Intact(string header, byte[] signature)
    {
        Assert.True(JadesSeal.TryRead(SealDocument.Write("payload"u8, header, [], Base64Url.EncodeToString(signature)), out SealReading? seal, out string error), error);
        return seal.Verify([], DevelopmentSeals.Now).Intact.Holds;
    }

    private static string Pem()
    {
        JsonNode jwk = JsonNode.Parse(File.ReadAllText(DevelopmentSeals.PathOf("seal-key.json")))!;
        byte[] Octets(string name) => Base64Url.DecodeFromChars((string)jwk[name]!);
        using RSA rsa = RSA.Create(new RSAParameters
        {
            Modulus = Octets("n"), Exponent = Octets("e"), D = Octets("d"), P = Octets("p"), Q = Octets("q"), DP = Octets("dp"), DQ = Octets("dq"), InverseQ = Octets("qi"),
        });
        return rsa.ExportPkcs8PrivateKeyPem();
    }

    private string Header => (string)JsonNode.Parse(JadesSeal.Sign("a"u8, _key, DevelopmentSeals.Now))!["signatures"]![0]!["protected"]!;

    private static string Signature(string header) => $$"""{"protected":"{{header}}","signature":"AAAA"}""";

    private static string Document(string header) => $$"""{"payload":"a","signatures":[{{Signature(header)}}]}""";

    private static void AssertRefused(string why, string document)
    {
        Assert.False(JadesSeal.TryRead(Encoding.UTF8.GetBytes(document), out _, out string error));
        Assert.Contains(why, error, StringComparison.Ordinal);
    }
}
