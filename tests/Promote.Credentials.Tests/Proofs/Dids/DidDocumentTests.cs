using System.Text;
using System.Text.Json;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Tests.Proofs.Dids;

public sealed class DidDocumentTests
{
    private const string Did = "did:web:coe.example";
    private const string Multikey = "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi";

    /// <summary>The same key as a JWK.</summary>
    private const string X = "S96v3i6ovu-t2MaZtcfgcEz1EVTVLheyC3EzfKBMxaU";

    [Fact]
    public void A_document_is_written_and_read_back()
    {
        using SigningKey key = TestKeys.FromSeed(TestKeys.OpenBadgesSeed);
        byte[] json = DidDocument.For(Did, [key.PublicKey]).ToUtf8Json();

        Assert.Equal(
            Fill("""
                {"@context":["https://www.w3.org/ns/did/v1","https://w3id.org/security/multikey/v1"],"id":"$did",
                "verificationMethod":[{"id":"$did#$key","type":"Multikey","controller":"$did","publicKeyMultibase":"$key"}],
                "assertionMethod":["$did#$key"]}
                """).ReplaceLineEndings(""),
            Encoding.UTF8.GetString(json));
        Assert.True(DidDocument.TryParse(StrictJson.Parse(json).RootElement, out DidDocument? read, out _));
        Assert.Equal(key.PublicKey.Multikey, read.FindVerificationMethod(Did + "#" + Multikey)?.Key.Multikey);
    }

    [Theory]
    [InlineData("""{"id":"#k","type":"Multikey","controller":"$did","publicKeyMultibase":"$key"}""")]
    [InlineData("""{"id":"$did#k","type":"Ed25519VerificationKey2020","controller":"$did","publicKeyMultibase":"$key"}""")]
    [InlineData("""{"id":"$did#k","type":"JsonWebKey","controller":"$did","publicKeyJwk":{"kty":"OKP","crv":"Ed25519","x":"$x"}}""")]
    public void Each_kind_of_method_gives_its_key(string method)
    {
        DidDocument? listed = Parse("""{"id":"$did","verificationMethod":[$method],"assertionMethod":["#k"]}""".Replace("$method", method, StringComparison.Ordinal), out _);
        DidDocument? embedded = Parse("""{"id":"$did","assertionMethod":[$method]}""".Replace("$method", method, StringComparison.Ordinal), out _);

        Assert.Equal(Multikey, listed?.FindVerificationMethod(Did + "#k")?.Key.Multikey);
        Assert.Equal(Multikey, embedded?.FindVerificationMethod(Did + "#k")?.Key.Multikey);
    }

    [Theory]
    [InlineData("""{"id":"#k","type":"Multikey","controller":"$did","publicKeyMultibase":"z6LSeu9HkTHSfLLeUs2nnzUSNedgDUevfNQgQjQC23ZCit6F"}""")]
    [InlineData("""{"id":"#k","type":"Multikey","controller":"$did","publicKeyMultibase":"$key","secretKeyMultibase":"z3u2"}""")]
    [InlineData("""{"id":"#k","type":"JsonWebKey","controller":"$did","publicKeyJwk":{"kty":"OKP","crv":"Ed25519","x":"$x","d":"$x"}}""")]
    [InlineData("""{"id":"#k","type":"JsonWebKey","controller":"$did","publicKeyJwk":{"kty":"OKP","crv":"Ed25519","x":"$x="}}""")]
    [InlineData("""{"id":"#k","type":"JsonWebKey","controller":"$did","publicKeyJwk":"$x"}""")]
    [InlineData("""{"id":"#k","type":"BeautifulKey","controller":"$did","publicKeyMultibase":"$key"}""")]
    [InlineData("""{"id":"#k","type":"Multikey","controller":"did:web:other.example","publicKeyMultibase":"$key"}""")]
    public void A_method_that_cannot_be_trusted_is_not_found_and_spoils_nothing(string method)
    {
        DidDocument? document = Parse(
            """{"id":"$did","verificationMethod":[$method,{"id":"#b","type":"Multikey","controller":"$did","publicKeyMultibase":"$key"}],"assertionMethod":["#k","#b"]}"""
                .Replace("$method", method, StringComparison.Ordinal),
            out _);

        Assert.Null(document?.FindVerificationMethod(Did + "#k"));
        Assert.NotNull(document?.FindVerificationMethod(Did + "#b"));
    }

    [Fact]
    public void A_key_for_logging_in_alone_signs_no_claims()
    {
        DidDocument? document = Parse(
            """{"id":"$did","verificationMethod":[{"id":"#k","type":"Multikey","controller":"$did","publicKeyMultibase":"$key"}],"authentication":["#k"]}""",
            out _);
        Assert.NotNull(document);
        Assert.Null(document.FindVerificationMethod(Did + "#k"));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"id":7}""")]
    [InlineData("""{"id":"https://coe.example"}""")]
    [InlineData("""{"id":"did:web:a","verificationMethod":{}}""")]
    [InlineData("""{"id":"did:web:a","verificationMethod":["did:web:a#k"]}""")]
    [InlineData("""{"id":"did:web:a","verificationMethod":[{"id":"#k"}]}""")]
    [InlineData("""{"id":"did:web:a","verificationMethod":[{"id":"#k","controller":"did:web:a"},{"id":"did:web:a#k","controller":"did:web:a"}]}""")]
    [InlineData("""{"id":"did:web:a","assertionMethod":"#k"}""")]
    [InlineData("""{"id":"did:web:a","assertionMethod":[7]}""")]
    public void A_malformed_document_is_refused_with_a_sentence(string json)
    {
        Assert.Null(Parse(json, out string error));
        Assert.EndsWith(".", error, StringComparison.Ordinal);
    }

    private static DidDocument? Parse(string json, out string error)
    {
        using JsonDocument document = StrictJson.Parse(Encoding.UTF8.GetBytes(Fill(json)));
        return DidDocument.TryParse(document.RootElement, out DidDocument? read, out error) ? read : null;
    }

    private static string Fill(string json) => json
        .Replace("$did", Did, StringComparison.Ordinal)
        .Replace("$key", Multikey, StringComparison.Ordinal)
        .Replace("$x", X, StringComparison.Ordinal);
}
