using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Tests.Verification;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Threat 13: something is shown that nobody signed, or one signature hides another.</summary>
[Collection(PublicVerifierCollection.Name)]
public sealed class TM_13(PublicVerifier verifier) : IDisposable
{
    private readonly Forger forger = new();

    public void Dispose() => forger.Dispose();

    [Theory]
    [InlineData("zero")]
    [InlineData("thief's")]
    [InlineData("thief's under the issuer's name")]
    [InlineData("without a value")]
    [InlineData("another purpose")]
    [InlineData("another suite")]
    [InlineData("a text")]
    [InlineData("null")]
    [InlineData("unknown type")]
    [InlineData("after one that is not there")]
    public async Task A_second_signature_that_does_not_hold_is_not_hidden_by_the_first(string second)
    {
        var badge = Badge.New();
        using var thief = Badge.NewKey();
        var json = JsonNode.Parse(badge.Sign())!;
        await verifier.TakesAsync(Encoding.UTF8.GetBytes(json.ToJsonString()));
        var proof = json["proof"]![0]!.DeepClone();
        switch (second)
        {
            case "zero":
                proof["proofValue"] = "z" + new string('1', 64);
                break;
            case "thief's":
                proof = ProofBy(badge, thief, DidKey.VerificationMethodFor(thief.PublicKey));
                break;
            case "thief's under the issuer's name":
                proof = ProofBy(badge, thief, DidKey.VerificationMethodFor(badge.Key.PublicKey));
                break;
            case "without a value":
                proof.AsObject().Remove("proofValue");
                break;
            case "another purpose":
                proof["proofPurpose"] = "authentication";
                break;
            case "another suite":
                proof["cryptosuite"] = "bbs-2023";
                break;
            case "a text":
                proof = "signed";
                break;
            case "null":
                proof = null;
                break;
            case "unknown type":
                proof["type"] = "MerkleProof2019";
                break;
            default:
                proof["previousProof"] = "urn:uuid:1d3f6d1c-6c3e-4d5f-9f0a-6d4b5a1f3c99";
                break;
        }

        json["proof"]!.AsArray().Add(proof);
        await verifier.RefusesAsync(json.ToJsonString());
        json["proof"] = new JsonArray([.. json["proof"]!.AsArray().Reverse().Select(one => one?.DeepClone())]);
        await verifier.RefusesAsync(json.ToJsonString());
    }

    [Theory]
    [InlineData("of its achievement")]
    [InlineData("of its subject")]
    [InlineData("of nothing but its id")]
    [InlineData("of another badge of the issuer")]
    [InlineData("inside the subject")]
    public async Task A_proof_over_something_else_proves_nothing(string what)
    {
        var badge = Badge.New();
        var json = JsonNode.Parse(badge.Unsigned())!.AsObject();
        var part = what switch
        {
            "of its achievement" => badge.Achievement,
            "of its subject" => badge.Subject,
            "of nothing but its id" => new JsonObject { ["id"] = badge.Json["id"]!.DeepClone(), ["type"] = "VerifiableCredential" },
            _ => badge.Json,
        };
        part = part.DeepClone().AsObject();
        part["@context"] = badge.Json["@context"]!.DeepClone();
        if (what == "of another badge of the issuer")
        {
            part["name"] = "Another";
        }

        var proof = JsonNode.Parse(badge.Signing(part))!["proof"]!.DeepClone();
        (what == "inside the subject" ? json["credentialSubject"]!.AsObject() : json)["proof"] = proof;
        await verifier.RefusesAsync(json.ToJsonString());
    }

    [Theory]
    [InlineData("name", "\"Diploma\"")]
    [InlineData("description", "\"With distinction\"")]
    [InlineData("awardedDate", "\"2020-01-01T00:00:00Z\"")]
    [InlineData("image", "{\"id\":\"https://thief.example/a.png\",\"type\":\"Image\"}")]
    [InlineData("evidence", "[{\"type\":[\"Evidence\"],\"narrative\":\"He did.\"}]")]
    [InlineData("credentialSchema", "[{\"id\":\"https://thief.example/s.json\",\"type\":\"1EdTechJsonSchemaValidator2019\"}]")]
    [InlineData("https://schema.org/name", "\"Diploma\"")]
    [InlineData("@graph", "[]")]
    [InlineData("@included", "[{\"id\":\"urn:x\",\"name\":\"Diploma\"}]")]
    [InlineData("@reverse", "{}")]
    public async Task What_somebody_put_beside_the_signed_is_refused(string member, string value)
    {
        var json = JsonNode.Parse(Badge.New().Sign())!;
        json[member] = JsonNode.Parse(value);

        await verifier.RefusesAsync(json.ToJsonString());
    }

    [Theory]
    [InlineData("~")]
    [InlineData("~DISCLOSURE~")]
    [InlineData("~DISCLOSURE~DISCLOSURE~")]
    [InlineData("~DISCLOSURE~KEYBINDING")]
    public async Task A_token_with_disclosures_behind_it_is_refused(string tail)
    {
        var disclosure = Base64Url.EncodeToString("""["salt","name","Diploma"]"""u8);
        var payload = forger.Payload();
        payload["_sd_alg"] = "sha-256";
        payload["_sd"] = new JsonArray(Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(disclosure))));
        tail = tail.Replace("DISCLOSURE", disclosure, StringComparison.Ordinal).Replace("KEYBINDING", Encoding.ASCII.GetString(forger.Token()), StringComparison.Ordinal);

        await verifier.RefusesAsync(Encoding.ASCII.GetString(forger.Token(payload: payload.ToJsonString())) + tail);
        await verifier.RefusesAsync(Encoding.ASCII.GetString(forger.Token()) + tail);
    }

    [Theory]
    [InlineData("iss", "\"did:example:thief\"")]
    [InlineData("jti", "\"urn:uuid:00000000-0000-4000-8000-000000000000\"")]
    [InlineData("nbf", "0")]
    [InlineData("exp", "4102444800")]
    [InlineData("sub", "\"did:example:thief\"")]
    public async Task A_claim_that_says_something_else_than_the_document_is_refused(string claim, string value)
    {
        var payload = forger.Payload();
        payload[claim] = JsonNode.Parse(value);

        await verifier.RefusesAsync(forger.Token(payload: payload.ToJsonString()));
    }

    [Fact]
    public async Task What_is_given_back_is_what_was_signed_and_nothing_around_it()
    {
        var envelope = new JsonObject
        {
            ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2"),
            ["id"] = "data:application/vc+jwt," + Encoding.ASCII.GetString(forger.Token()),
            ["type"] = "EnvelopedVerifiableCredential",
            ["name"] = "Diploma",
        };
        var (status, body) = await verifier.HandInAsync("/api/v1/verify", Encoding.UTF8.GetBytes(envelope.ToJsonString()));

        Assert.True(status < 500, body);
        Assert.DoesNotContain("Diploma", body, StringComparison.Ordinal);
    }

    private static JsonNode ProofBy(Badge badge, Promote.Credentials.Proofs.Keys.SigningKey key, string method) => JsonNode.Parse(badge.Sign(key, method))!["proof"]![0]!.DeepClone();
}
