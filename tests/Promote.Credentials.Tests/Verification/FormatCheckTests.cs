using System.Text.Json.Nodes;
using Promote.Credentials.Verification;

namespace Promote.Credentials.Tests.Verification;

public class FormatCheckTests
{
    private readonly World world = new();

    [Theory]
    [InlineData("/credentialSubject/achievement/criteria", """{"credentialSubject":{"achievement":{"criteria":{}}}}""")]
    [InlineData("/credentialSubject", """{"credentialSubject":{"id":null}}""")]
    [InlineData("/issuer/id", """{"issuer":{"id":"not a url"}}""")]
    [InlineData("/id", """{"id":"https ://not-a-url"}""")]
    [InlineData("/validFrom", """{"validFrom":"2026-11-20T09:00:00"}""")]
    [InlineData("/validUntil", """{"validUntil":"Fri, 20 Nov 2026 09:00:00 GMT"}""")]
    [InlineData("/validUntil", """{"validUntil":"2026-11-19T09:00:00Z"}""")]
    [InlineData("/favouriteColour", """{"favouriteColour":"blue"}""")]
    [InlineData("/credentialStatus", """{"credentialStatus":[{"id":"https://a.example/1","type":"BitstringStatusListEntry"}]}""")]
    [InlineData("/relatedResource/0", """{"relatedResource":[{"id":"https://a.example/1"}]}""")]
    [InlineData("/relatedResource/1", """{"relatedResource":[{"id":"https://a.example/1","digestSRI":"sha256-x"},{"id":"https://a.example/1","digestSRI":"sha256-x"}]}""")]
    public async Task A_document_that_leaves_the_standard_fails_with_the_pointer(string pointer, string change)
    {
        var badge = Badge.New().With(badge => Merge(badge.Json, JsonNode.Parse(change)!.AsObject()));
        var report = await world.VerifyAsync(badge.SignWithoutCare());

        report.Says(Outcome.Invalid, CheckIds.Format, CheckOutcome.Failed);
        Assert.Contains(report.Check(CheckIds.Format).Facts, fact => fact.StartsWith(pointer + ":", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json"]}""")]
    [InlineData("""{"relatedResource":[{"id":"https://a.example/1","digestSRI":"sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="}]}""")]
    public async Task What_is_outdated_or_not_known_here_is_a_warning(string change)
    {
        var badge = Badge.New().With(badge => Merge(badge.Json, JsonNode.Parse(change)!.AsObject()));

        (await world.VerifyAsync(badge.Sign())).Says(Outcome.ValidWithWarnings, CheckIds.Format, CheckOutcome.Warning);
    }

    [Fact]
    public async Task An_unknown_context_is_refused()
    {
        var badge = Badge.New().With(badge => badge.Json["@context"]!.AsArray().Add("https://unknown.example/context.json"));

        (await world.VerifyAsync(badge.SignWithoutCare())).Says(Outcome.Invalid, CheckIds.Format, CheckOutcome.Failed);
    }

    [Fact]
    public async Task One_proof_may_stand_without_a_list()
    {
        var signed = JsonNode.Parse(Badge.New().Sign())!;
        signed["proof"] = signed["proof"]![0]!.DeepClone();

        (await world.VerifyAsync(signed.ToJsonString())).Says(Outcome.Valid);
    }

    [Fact]
    public async Task What_is_no_endorsement_inside_is_a_warning()
    {
        var badge = Badge.New().With(badge => badge.Json["endorsementJwt"] = new JsonArray("eyJ.eyJ.c2ln"));

        (await world.VerifyAsync(badge.Sign())).Says(Outcome.ValidWithWarnings, CheckIds.Endorsements, CheckOutcome.Warning);
    }

    [Fact]
    public async Task A_status_that_nobody_looked_up_is_never_green()
    {
        var badge = Badge.New().With(badge => badge.Json["credentialStatus"] = new JsonObject
        {
            ["id"] = "https://school.example/status/1#5",
            ["type"] = "BitstringStatusListEntry",
            ["statusPurpose"] = "revocation",
            ["statusListIndex"] = "5",
            ["statusListCredential"] = "https://school.example/status/1",
        });

        (await world.VerifyAsync(badge.Sign())).Says(Outcome.Unconfirmed, CheckIds.Status, CheckOutcome.NotChecked);
    }

    /// <summary>RFC 7396.</summary>
    private static void Merge(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            if (value is null)
            {
                target.Remove(name);
            }
            else if (value is JsonObject { Count: > 0 } inner && target[name] is JsonObject owner)
            {
                Merge(owner, inner);
            }
            else
            {
                target[name] = value.DeepClone();
            }
        }
    }
}
