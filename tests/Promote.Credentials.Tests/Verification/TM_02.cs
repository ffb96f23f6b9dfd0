using System.Text.Json.Nodes;
using Promote.Credentials.Verification;

namespace Promote.Credentials.Tests.Verification;

/// <summary>Threat 2: contexts and names are changed so that the signature still holds and a reader sees something else.</summary>
public sealed class TM_02
{
    private const string Credentials = "https://www.w3.org/2018/credentials#";

    [Theory]
    [InlineData("""{"gone":{"@id":"https://www.w3.org/2018/credentials#validUntil","@type":"http://www.w3.org/2001/XMLSchema#dateTime"}}""", "gone", null)]
    [InlineData("""{"cred":"https://www.w3.org/2018/credentials#","cred:validUntil":{"@type":"http://www.w3.org/2001/XMLSchema#dateTime"}}""", "cred:validUntil", null)]
    [InlineData(null, Credentials + "validUntil", """{"@value":"2026-11-20T10:00:00Z","@type":"http://www.w3.org/2001/XMLSchema#dateTime"}""")]
    [InlineData("""{"gone":{"@id":"https://www.w3.org/2018/credentials#validUntil"}}""", "gone", """{"@value":"2026-11-20T10:00:00Z","@type":"http://www.w3.org/2001/XMLSchema#dateTime"}""")]
    public async Task An_end_under_another_name_does_not_make_a_badge_last(string? context, string name, string? value)
    {
        var badge = Badge.New();
        badge.Json["validUntil"] = "2026-11-20T10:00:00Z";

        await IsInvalidAsync(badge, "validUntil", context, name, value);
    }

    [Theory]
    [InlineData("""{"gone":{"@id":"https://www.w3.org/2018/credentials#credentialStatus","@type":"@id"}}""", "gone")]
    [InlineData("""{"gone":{"@id":"https://www.w3.org/2018/credentials#credentialStatus","@container":"@set"}}""", "gone")]
    [InlineData("""{"gone":{"@id":"https://www.w3.org/2018/credentials#credentialStatus","@container":"@index"}}""", "gone")]
    [InlineData("""{"cred":"https://www.w3.org/2018/credentials#"}""", "cred:credentialStatus")]
    [InlineData(null, Credentials + "credentialStatus")]
    public async Task A_status_under_another_name_does_not_vanish(string? context, string name)
    {
        var badge = Badge.New();
        badge.Json["credentialStatus"] = JsonNode.Parse("""
            {"id":"https://school.example/status/1#7","type":"BitstringStatusListEntry","statusPurpose":"revocation","statusListIndex":"7","statusListCredential":"https://school.example/status/1"}
            """);

        await IsInvalidAsync(badge, "credentialStatus", context, name, null);
    }

    [Theory]
    [InlineData("""{"ident":"@id"}""", "id", "ident")]
    [InlineData("""{"ident":{"@id":"@id"}}""", "id", "ident")]
    [InlineData(null, "id", "@id")]
    [InlineData("""{"kind":"@type"}""", "type", "kind")]
    [InlineData(null, "type", "@type")]
    [InlineData("""{"by":{"@id":"https://www.w3.org/2018/credentials#issuer","@type":"@id"}}""", "issuer", "by")]
    [InlineData("""{"whose":{"@id":"https://www.w3.org/2018/credentials#credentialSubject","@type":"@id"}}""", "credentialSubject", "whose")]
    [InlineData("""{"start":{"@id":"https://www.w3.org/2018/credentials#validFrom","@type":"http://www.w3.org/2001/XMLSchema#dateTime"}}""", "validFrom", "start")]
    public async Task What_a_document_is_stands_in_it_under_its_own_name(string? context, string member, string name) =>
        await IsInvalidAsync(Badge.New(), member, context, name, null);

    [Fact]
    public async Task A_status_does_not_vanish_into_a_nest()
    {
        var badge = Badge.New();
        badge.Json["validUntil"] = "2026-11-20T10:00:00Z";
        var json = JsonNode.Parse(badge.Sign())!.AsObject();
        json["@context"]!.AsArray().Add(new JsonObject { ["more"] = "@nest" });
        json["more"] = new JsonObject { ["validUntil"] = json["validUntil"]!.DeepClone() };
        json.Remove("validUntil");

        (await VerifyAsync(json)).Says(Outcome.Invalid, CheckIds.Format, CheckOutcome.Failed);
    }

    [Fact]
    public async Task An_end_does_not_vanish_into_another_mention_of_the_badge()
    {
        var badge = Badge.New();
        badge.Json["validUntil"] = "2026-11-20T10:00:00Z";
        badge.Achievement["related"] = new JsonArray(new JsonObject { ["id"] = badge.Json["id"]!.DeepClone(), ["type"] = new JsonArray("Related") });
        var json = JsonNode.Parse(badge.Sign())!.AsObject();
        var mention = json["credentialSubject"]!["achievement"]!["related"]![0]!.AsObject();
        mention["type"] = new JsonArray("Related", "VerifiableCredential");
        mention["validUntil"] = json["validUntil"]!.DeepClone();
        json.Remove("validUntil");

        (await VerifyAsync(json)).Says(Outcome.Invalid);
    }

    [Fact]
    public async Task A_member_that_was_added_after_signing_is_refused()
    {
        var json = JsonNode.Parse(Badge.New().Sign())!.AsObject();
        json["name2"] = "Diploma";

        (await VerifyAsync(json)).Says(Outcome.Invalid);
    }

    [Theory]
    [InlineData("https://attacker.example/context")]
    [InlineData("https://www.w3.org/ns/credentials/v3")]
    [InlineData("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json?x")]
    [InlineData("http://www.w3.org/ns/credentials/v2")]
    [InlineData("../context.json")]
    public async Task A_context_that_is_not_known_here_is_neither_loaded_nor_ignored(string context)
    {
        var world = new World();
        var json = JsonNode.Parse(Badge.New().Sign())!.AsObject();
        json["@context"]!.AsArray().Add(context);
        var report = await world.VerifyAsync(json.ToJsonString());

        report.Says(Outcome.Invalid);
        Assert.Empty(world.Fetched);
    }

    private static async Task IsInvalidAsync(Badge badge, string member, string? context, string name, string? value)
    {
        var json = JsonNode.Parse(badge.Sign())!.AsObject();
        if (context is not null)
        {
            json["@context"]!.AsArray().Add(JsonNode.Parse(context));
        }

        json[name] = value is null ? json[member]!.DeepClone() : JsonNode.Parse(value);
        json.Remove(member);
        var report = await VerifyAsync(json);

        Assert.True(report.Rejection is not null || report.Outcome == Outcome.Invalid, $"{report.Outcome}:\n{string.Join('\n', report.Checks)}");
    }

    private static Task<Report> VerifyAsync(JsonObject json) => new World().VerifyAsync(json.ToJsonString());
}
