using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Tests.Proofs.DataIntegrity;
using Promote.Credentials.Tests.Proofs.Keys;

namespace Promote.Credentials.Tests.Proofs.Dids;

/// <summary>Documents with keys of every kind and form, and with keys that are revoked.</summary>
public sealed class VerificationMethodTests
{
    private const string Did = "did:web:coe.example:issuers:ro";
    private static readonly DateTimeOffset Stolen = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The RSA example of the did:key method.</summary>
    private const string RsaDid = "did:key:z4MXj1wBzi9jUstyPMS4jQqB6KdJaiatPkAtVtGc6bQEQEEsKTic4G7Rou3iBf9vPmT5dbkm9qsZsuVNjq8HCuW1w24nhBFGkRE4cd2Uf2tfrB3N7h4mnyPp1BF3ZttHTYv3DLUPi1zMdkULiow3M1GfXkoC6DoxDUm1jmN6GBj22SjVsr6dxezRVQc7aj9TxE7JLbMH1wh5X3kA58H3DFW8rnYMakFGbca5CB2Jf6CnGQZmL7o5uJAdTwXfy2iiiyPxXEGerMhHwhjTA1mKYobyk2CpeEcmvynADfNZ5MBvcCS7m3XkFCMNUYBS9NQ3fze6vMSUPsNa6GVYmKx2x6JrdEjCk3qRMMmyjnjCMfR4pXbRMZa3i";

    [Fact]
    public void A_document_holds_Multikeys_and_JWKs_and_lists_what_is_not_revoked()
    {
        PublicKey ed25519 = KeyFormTests.Make(KeyAlgorithm.Ed25519);
        PublicKey rsa = KeyFormTests.Make(KeyAlgorithm.Rsa);
        PublicKey p256 = KeyFormTests.Make(KeyAlgorithm.P256);
        VerificationMethod[] methods =
        [
            VerificationMethod.Multikey(Did, ed25519),
            VerificationMethod.JsonWebKey(Did, rsa),
            VerificationMethod.Multikey(Did, p256) with { Revoked = Stolen },
            VerificationMethod.JsonWebKey(Did, p256),
        ];
        byte[] json = DidDocument.For(Did, methods, ["https://coe.example/issuers/ro"]).ToUtf8Json();
        JsonNode document = JsonNode.Parse(json)!;

        Assert.Equal(
            """["https://www.w3.org/ns/did/v1","https://w3id.org/security/multikey/v1","https://w3id.org/security/jwk/v1"]""",
            document["@context"]!.ToJsonString());
        Assert.Equal(["https://coe.example/issuers/ro"], document["alsoKnownAs"]!.AsArray().Select(alias => (string)alias!));
        Assert.Equal(
            [$"{Did}#{ed25519.Multikey}", $"{Did}#NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs", $"{Did}#{p256.Thumbprint}"],
            document["assertionMethod"]!.AsArray().Select(id => (string)id!));
        Assert.Equal("2026-11-21T08:00:00Z", (string?)document["verificationMethod"]![2]!["revoked"]);
        Assert.Equal("RS256", (string?)document["verificationMethod"]![1]!["publicKeyJwk"]!["alg"]);

        Assert.True(DidDocument.TryParse(StrictJson.Parse(json).RootElement, out DidDocument? read, out _));
        Assert.Equal(["https://coe.example/issuers/ro"], read.AlsoKnownAs);
        Assert.Equal(
            methods.Select(method => (method.Id, method.Form, method.Revoked, method.Key.Multikey)),
            read.VerificationMethods.Select(method => (method.Id, method.Form, method.Revoked, method.Key.Multikey)));
        Assert.Null(read.FindVerificationMethod(methods[2].Id));
        Assert.NotNull(read.FindVerificationMethod(methods[3].Id));
    }

    [Theory]
    [InlineData("\"2026-11-21\"")]
    [InlineData("7")]
    [InlineData("null")]
    public void A_method_that_was_revoked_at_no_instant_is_not_found(string revoked)
    {
        string key = KeyFormTests.Make(KeyAlgorithm.P256).Multikey;
        string json = $$"""{"id":"did:web:a","verificationMethod":[{"id":"#k","type":"Multikey","controller":"did:web:a","publicKeyMultibase":"{{key}}","revoked":{{revoked}}}],"assertionMethod":["#k"]}""";
        Assert.True(DidDocument.TryParse(StrictJson.Parse(Encoding.UTF8.GetBytes(json)).RootElement, out DidDocument? document, out _));
        Assert.Null(document.FindVerificationMethod("did:web:a#k"));
    }

    [Theory]
    [InlineData("""{"id":"did:web:a","alsoKnownAs":"https://a.example"}""")]
    [InlineData("""{"id":"did:web:a","alsoKnownAs":[7]}""")]
    public void A_document_with_malformed_aliases_is_refused(string json) =>
        Assert.False(DidDocument.TryParse(StrictJson.Parse(Encoding.UTF8.GetBytes(json)).RootElement, out _, out _));

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_proof_by_a_key_that_was_revoked_fails_from_then_on(int secondsLater, bool expected)
    {
        JsonObject signed = SignedSample.Secure("ecdsa-rdfc-2019");
        string id = (string)signed.Proof()["verificationMethod"]!;
        var method = new VerificationMethod(id, id, SignedSample.P256Key.PublicKey) { Revoked = SignedSample.Accept.Now.AddSeconds(secondsLater) };
        using JsonDocument document = ProofJson.Parse(signed);
        ProofResult result = Assert.Single(DataIntegrityProof.Verify(document.RootElement, new Dictionary<string, VerificationMethod> { [id] = method }, SignedSample.Accept));
        Assert.Equal((expected, expected ? null : ProofErrors.InvalidVerificationMethod), (result.Verified, result.ErrorCode));
    }

    [Theory]
    [InlineData("did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169", KeyAlgorithm.P256)]
    [InlineData("did:key:z82Lm1MpAkeJcix9K8TMiLd5NMAhnwkjjCBeWHXyu3U4oT2MVJJKXkcVBgjGhnLBn2Kaau9", KeyAlgorithm.P384)]
    [InlineData(RsaDid, KeyAlgorithm.Rsa)]
    public void The_examples_of_the_did_key_method_resolve_both_ways(string did, KeyAlgorithm algorithm)
    {
        Assert.True(DidKey.TryResolve(did, out DidDocument? document));
        VerificationMethod method = Assert.Single(document.VerificationMethods);
        Assert.Equal((algorithm, did), (method.Key.Algorithm, DidKey.For(method.Key)));
        Assert.Equal(method, document.FindVerificationMethod(DidKey.VerificationMethodFor(method.Key)));
    }
}
