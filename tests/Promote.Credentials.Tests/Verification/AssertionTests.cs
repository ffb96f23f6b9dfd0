using System.Text.Json.Nodes;
using Promote.Credentials.Verification;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Tests.Verification;

/// <summary>Open Badges 2.0: the issuer's site or the issuer's key has to confirm what was handed in.</summary>
public sealed class AssertionTests
{
    private const string Id = "https://school.example/assertions/1";
    private const string BadgeId = "https://school.example/badges/1";
    private const string IssuerId = "https://school.example/issuer";
    private const string KeyId = "https://school.example/key";

    private readonly World world = new();
    private readonly JsonObject assertion = Assertion("hosted");

    public AssertionTests()
    {
        world.Serve(Id, assertion);
        world.Serve(BadgeId, new JsonObject
        {
            ["@context"] = "https://w3id.org/openbadges/v2", ["id"] = BadgeId, ["type"] = "BadgeClass", ["name"] = "Safer conversations", ["description"] = "Talks somebody down.",
            ["image"] = "https://school.example/badge.png", ["criteria"] = new JsonObject { ["narrative"] = "Pass two role plays." }, ["issuer"] = IssuerId,
        });
        world.Serve(IssuerId, Issuer());
        world.Serve(KeyId, new JsonObject { ["@context"] = "https://w3id.org/openbadges/v2", ["id"] = KeyId, ["type"] = "CryptographicKey", ["owner"] = IssuerId, ["publicKeyPem"] = Jwt.Key.PublicKey.ToPem() });
    }

    [Fact]
    public async Task A_hosted_one_is_valid_when_the_issuers_site_has_it()
    {
        var report = await world.VerifyAsync(assertion.ToJsonString());

        report.Says(Outcome.Valid);
        Assert.Equal(("openBadges2", "hosted"), (report.Kind, report.SecuredBy));
        Assert.Equal("Safer conversations", report.Credential!.Value.GetProperty("badge").GetProperty("name").GetString());
        Assert.Equal(IssuerId, report.Credential.Value.GetProperty("badge").GetProperty("issuer").GetProperty("id").GetString());
    }

    [Fact]
    public async Task What_the_site_has_wins_over_what_was_handed_in()
    {
        var forged = assertion.DeepClone();
        forged["recipient"]!["identity"] = "sha256$00";
        var report = await world.VerifyAsync(forged.ToJsonString());

        report.Says(Outcome.ValidWithWarnings, CheckIds.Claims, CheckOutcome.Warning);
        Assert.NotEqual("sha256$00", report.Credential!.Value.GetProperty("recipient").GetProperty("identity").GetString());
    }

    [Theory]
    [InlineData(FetchFailure.NotFound, Outcome.Invalid, CheckIds.Proof, CheckOutcome.Failed)]
    [InlineData(FetchFailure.Unreachable, Outcome.Unconfirmed, CheckIds.Proof, CheckOutcome.NotChecked)]
    [InlineData(FetchFailure.RefusedAddress, Outcome.Unconfirmed, CheckIds.Proof, CheckOutcome.NotChecked)]
    [InlineData(FetchFailure.Gone, Outcome.Invalid, CheckIds.Status, CheckOutcome.Failed)]
    public async Task A_site_that_does_not_confirm_it_is_never_green(FetchFailure failure, Outcome outcome, string check, CheckOutcome expected)
    {
        world.Failures[Id] = failure;
        var report = await world.VerifyAsync(assertion.ToJsonString());

        report.Says(outcome, check, expected);
        Assert.Null(report.Credential);
    }

    [Fact]
    public async Task One_that_lies_on_another_site_than_its_issuer_is_a_forgery()
    {
        const string Elsewhere = "https://evil.example/assertions/1";
        assertion["id"] = Elsewhere;
        world.Serve(Elsewhere, assertion);

        (await world.VerifyAsync(assertion.ToJsonString())).Says(Outcome.Invalid, CheckIds.IssuerIdentity, CheckOutcome.Failed);
    }

    [Theory]
    [InlineData("""{"startsWith":"https://school.example/assertions/"}""", CheckOutcome.Passed)]
    [InlineData("""{"startsWith":"https://school.example.evil/"}""", CheckOutcome.Failed)]
    [InlineData("""{"startsWith":["https://a.example/","https://school.example/assertions/1"]}""", CheckOutcome.Passed)]
    [InlineData("""{"allowedOrigins":"school.example"}""", CheckOutcome.Passed)]
    [InlineData("""{"allowedOrigins":["other.example","third.example"]}""", CheckOutcome.Failed)]
    public async Task The_issuer_says_where_its_assertions_lie(string verification, CheckOutcome expected)
    {
        var issuer = Issuer();
        issuer["verification"] = JsonNode.Parse(verification);
        world.Serve(IssuerId, issuer);

        Assert.Equal(expected, (await world.VerifyAsync(assertion.ToJsonString())).Check(CheckIds.IssuerIdentity).Outcome);
    }

    [Fact]
    public async Task A_signed_one_is_valid_by_a_key_that_the_issuer_names()
    {
        (await world.VerifyAsync(Signed())).Says(Outcome.Valid);

        var issuer = Issuer();
        issuer.Remove("publicKey");
        world.Serve(IssuerId, issuer);
        (await world.VerifyAsync(Signed())).Says(Outcome.Invalid, CheckIds.IssuerIdentity, CheckOutcome.Failed);
    }

    [Fact]
    public async Task A_signed_one_on_the_issuers_list_is_withdrawn()
    {
        var issuer = Issuer();
        issuer["revocationList"] = "https://school.example/revoked";
        world.Serve(IssuerId, issuer);
        (await world.VerifyAsync(Signed())).Says(Outcome.Unconfirmed, CheckIds.Status, CheckOutcome.NotChecked);

        world.Serve("https://school.example/revoked", new JsonObject { ["id"] = "https://school.example/revoked", ["type"] = "RevocationList", ["revokedAssertions"] = new JsonArray("urn:uuid:1") });
        (await world.VerifyAsync(Signed())).Says(Outcome.Valid, CheckIds.Status, CheckOutcome.Passed);

        world.Serve("https://school.example/revoked", new JsonObject { ["id"] = "https://school.example/revoked", ["type"] = "RevocationList", ["revokedAssertions"] = new JsonArray(new JsonObject { ["id"] = "urn:uuid:signed" }) });
        (await world.VerifyAsync(Signed())).Says(Outcome.Invalid, CheckIds.Status, CheckOutcome.Failed);
    }

    [Fact]
    public async Task The_holder_is_recognised_by_the_hash_and_by_nothing_less()
    {
        async Task<CheckOutcome> Ask(string person) => (await world.VerifyAsync(
            System.Text.Encoding.UTF8.GetBytes(assertion.ToJsonString()), new VerificationRequest { Now = world.Now, Holder = person })).Check(CheckIds.Holder).Outcome;

        Assert.Equal(CheckOutcome.Passed, await Ask("nobody@example.org"));
        Assert.Equal(CheckOutcome.Passed, await Ask(" Nobody@Example.org "));
        Assert.Equal(CheckOutcome.Failed, await Ask("somebody@example.org"));
        Assert.Equal(CheckOutcome.NotChecked, await Ask("Nobody Example"));
    }

    private static byte[] Signed()
    {
        var assertion = Assertion("signed");
        assertion["id"] = "urn:uuid:signed";
        assertion["verification"]!["creator"] = KeyId;
        return Jwt.Sign(assertion, keyId: null);
    }

    private static JsonObject Issuer() => new()
    {
        ["@context"] = "https://w3id.org/openbadges/v2", ["id"] = IssuerId, ["type"] = "Issuer", ["name"] = "Another School", ["url"] = "https://school.example", ["email"] = "school@school.example", ["publicKey"] = KeyId,
    };

    private static JsonObject Assertion(string type) => new()
    {
        ["@context"] = "https://w3id.org/openbadges/v2",
        ["id"] = Id,
        ["type"] = "Assertion",
        ["recipient"] = new JsonObject { ["type"] = "email", ["hashed"] = true, ["salt"] = "deadsea", ["identity"] = "sha256$ecf5409f3f4b91ab60cc5ef4c02aef7032354375e70cf4d8e43f6a1d29891942" },
        ["badge"] = BadgeId,
        ["verification"] = new JsonObject { ["type"] = type },
        ["issuedOn"] = "2026-11-20T09:00:00Z",
    };
}
