using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Promote.Credentials.Formats.Pdf;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Tests.Proofs.Jades;

namespace Promote.Credentials.Server.Tests.Issuing.Europass;

/// <summary>The whole service issues European Digital Credentials, and refuses what must not be sealed.</summary>
[Trait("speed", "slow")]
[Trait("needs", "librsvg")]
public sealed class EuropassTests(OpenSslAuthority authority, StartedOnBoth services) : IClassFixture<OpenSslAuthority>, IClassFixture<StartedOnBoth>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task One_award_is_an_Open_Badge_and_a_sealed_European_credential()
    {
        var (service, seed) = await services.OnAsync(Database.Sqlite);

        var seal = await SealAsync(service, await IssueAsync(service, Request(seed)));

        var report = seal.Verify([], Now);
        Assert.True(report.Intact.Holds, report.Intact.Sentence);
        Assert.False(report.Anchored.Holds);
        Assert.False(report.Qualified.Holds);
        Assert.Equal(SealLevel.Basic, report.Level);
        using var credential = StrictJson.Parse(seal.Payload);
        Assert.Equal("Restorative interviewing", credential.RootElement.GetProperty("credentialSubject").GetProperty("hasClaim").GetProperty("title").GetProperty("en").GetString());
        Assert.Equal(seal.Subject!.OrganisationIdentifier, credential.RootElement.GetProperty("issuer").GetProperty("eIDASIdentifier").GetProperty("notation").GetString());
    }

    [Fact]
    public async Task The_record_of_a_European_credential_says_whether_it_holds_and_leads_to_nothing_else()
    {
        var (service, seed) = await services.OnAsync(Database.Sqlite);
        var seal = await SealAsync(service, await IssueAsync(service, Request(seed)));
        using var credential = StrictJson.Parse(seal.Payload);
        var id = credential.RootElement.GetProperty("id").GetString()!;
        var path = $"/europass/{id.Split(':')[^1]}";

        var valid = await service.Anonymous.GetFromJsonAsync<JsonElement>(path);
        Assert.Equal((id, "valid"), (valid.GetProperty("id").GetString(), valid.GetProperty("status").GetString()));
        Assert.Equal(["id", "status", "issuedAt"], valid.EnumerateObject().Select(member => member.Name));

        await service.Database.ExecuteAsync($"UPDATE awards SET revoked_at = created_at, revocation_reason = 'Issued by mistake.' WHERE issuer_id = '{seed.IssuerId}'");
        var revoked = await service.Anonymous.GetFromJsonAsync<JsonElement>(path);
        Assert.Equal(("revoked", "Issued by mistake."), (revoked.GetProperty("status").GetString(), revoked.GetProperty("revocationReason").GetString()));

        using var unknown = await service.Anonymous.GetAsync("/europass/3f0b5c1e-7d2a-4c11-9a42-0c8d2e1b7f35");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task A_language_without_texts_is_refused_with_everything_that_lacks_it()
    {
        var (service, seed) = await services.OnAsync(Database.Sqlite);
        await service.Database.ExecuteAsync($"UPDATE achievement_versions SET content = replace(replace(content, '\"ro\":\"intervievează oameni\"', '\"de\":\"führt Gespräche\"'), '\"ro\":\"Punctaj\"', '\"de\":\"Punkte\"') WHERE achievement_id = '{seed.AchievementId}'");

        using var answer = await AwardRequest.SendAsync(service.Client, Request(seed));
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(
            ["The format europass needs learning outcome 1 in the language ro, which the achievement has a name in.", "The format europass needs result description 1 in the language ro, which the achievement has a name in."],
            problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("detail").GetString()));
        Assert.Equal(0, await service.Database.CountAsync($"SELECT count(*) FROM awards WHERE issuer_id = '{seed.IssuerId}'"));
    }

    [FactNeedsOpenSsl]
    [Trait("needs", "openssl")]
    public async Task An_authority_gives_the_seal_its_time_and_openssl_verifies_it()
    {
        await using var server = await TimeStampServer.StartAsync((query, context) => context.Response.Body.WriteAsync(authority.Reply(query)).AsTask());
        await using var database = await TestDatabase.CreateMigratedAsync(Database.Sqlite);
        var seed = await Seed.AddAsync(database);
        await using var service = await ServiceInside.StartAsync(database, Authority(server, isRequired: true));

        var award = await IssueAsync(service, Request(seed));
        var seal = await SealAsync(service, award);

        var report = seal.Verify([authority.Anchor], Now);
        Assert.Equal(SealLevel.Time, report.Level);
        var (token, stamped) = OpenSslAuthority.TimeStampIn(await BytesAsync(service, award, "europass"));
        Assert.True(authority.Accepts(token, stamped));
        Assert.True(report.TimeStamped.Holds, report.TimeStamped.Sentence);
        Assert.NotNull(report.ProvenAt);
    }

    [Fact]
    public async Task An_authority_that_is_away_and_not_required_leaves_a_seal_without_time()
    {
        await using var server = await TimeStampServer.StartAsync((_, context) => Fail(context));
        await using var database = await TestDatabase.CreateMigratedAsync(Database.Sqlite);
        var seed = await Seed.AddAsync(database);
        await using var service = await ServiceInside.StartAsync(database, Authority(server, isRequired: false));

        var seal = await SealAsync(service, await IssueAsync(service, Request(seed)));

        Assert.Equal(SealLevel.Basic, seal.Verify([], Now).Level);
    }

    [FactNeedsOpenSsl]
    [Trait("needs", "openssl")]
    public async Task An_award_waits_for_a_required_authority_and_is_finished_when_it_is_back()
    {
        var isAway = true;
        await using var server = await TimeStampServer.StartAsync((query, context) => isAway ? Fail(context) : context.Response.Body.WriteAsync(authority.Reply(query)).AsTask());
        await using var database = await TestDatabase.CreateMigratedAsync(Database.Sqlite);
        var seed = await Seed.AddAsync(database);
        string path;
        await using (var service = await ServiceInside.StartAsync(database, Authority(server, isRequired: true)))
        {
            using var answer = await AwardRequest.SendAsync(service.Client, Request(seed), "once");
            var promised = await answer.Content.ReadFromJsonAsync<JsonElement>();
            path = answer.Headers.Location!.ToString();
            Assert.Equal((HttpStatusCode.Accepted, "intended", "timeStamp"), (answer.StatusCode, promised.GetProperty("state").GetString(), promised.GetProperty("waitsFor").GetString()));

            var shown = await service.Client.GetFromJsonAsync<JsonElement>(path);
            Assert.Equal(("intended", "timeStamp"), (shown.GetProperty("state").GetString(), shown.GetProperty("waitsFor").GetString()));
            using var nothing = await service.Anonymous.GetAsync(new Uri(promised.GetProperty("links").GetProperty("credential").GetString()!).AbsolutePath);
            Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);

            // Asked for again it still waits, and is no second award.
            using var again = await AwardRequest.SendAsync(service.Client, Request(seed), "once");
            Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
            Assert.Equal(1, await database.CountAsync("SELECT count(*) FROM awards"));
        }

        isAway = false;
        await using var later = await ServiceInside.StartAsync(database, Authority(server, isRequired: true));
        var issued = await later.Client.GetFromJsonAsync<JsonElement>(path);
        Assert.Equal("issued", issued.GetProperty("state").GetString());
        Assert.False(issued.TryGetProperty("waitsFor", out _));
        Assert.Equal(SealLevel.Time, (await SealAsync(later, issued)).Verify([], Now).Level);
    }

    [Fact]
    public async Task The_facts_are_the_same_in_every_format()
    {
        var (service, seed) = await services.OnAsync(Database.Sqlite);
        var award = await IssueAsync(service, Request(seed, "ob3", "ob2", "europass"));

        var badge = await FactsOfOpenBadge3(service, award);

        Assert.Equal("Restorative interviewing|interview people|4|PT40H|2026-03-20T00:00:00Z|score=92|Centre of Vocational Excellence", badge);
        Assert.Equal(badge, await FactsOfOpenBadge2(service, award));
        Assert.Equal(badge, FactsOfEuropass((await SealAsync(service, award)).Payload));
        Assert.Equal(badge, FactsOfEuropass(Sealed(Attached(await BytesAsync(service, award, "pdf")).Bytes.ToArray()).Payload));
    }

    private static async Task<string> FactsOfOpenBadge3(TestedService service, JsonElement award)
    {
        var badge = await JsonAsync(service, award, "ob3");
        var subject = badge.GetProperty("credentialSubject");
        var achievement = subject.GetProperty("achievement");
        return Facts(
            Text(achievement, "name"), Aligned(achievement, "ext:ESCOSkill", "targetName"), Aligned(achievement, "ext:EQFLevel", "targetCode"), Aligned(achievement, "ext:Workload", "targetCode"),
            Text(badge, "awardedDate"), $"{Text(subject.GetProperty("result")[0], "resultDescription").Split("result-")[1]}={Text(subject.GetProperty("result")[0], "value")}", Text(badge.GetProperty("issuer"), "name"));
    }

    // Results have no place in Open Badges 2.0: those of the version 3.0 that it stands beside are taken.
    private static async Task<string> FactsOfOpenBadge2(TestedService service, JsonElement award)
    {
        var assertion = await JsonAsync(service, award, "ob2");
        var badge = await service.Anonymous.GetFromJsonAsync<JsonElement>(new Uri(Text(assertion, "badge")).AbsolutePath);
        var issuer = await service.Anonymous.GetFromJsonAsync<JsonElement>(new Uri(Text(badge, "issuer")).AbsolutePath);
        string Target(Func<string, bool> isIt, string member) => Text(badge.GetProperty("alignment").EnumerateArray().Single(target => isIt(Text(target, "targetUrl"))), member);
        return Facts(
            Text(badge, "name"), Target(url => url.Contains("/esco/skill/", StringComparison.Ordinal), "targetName"), Target(url => url.Contains("/eqf/", StringComparison.Ordinal), "targetCode"),
            Target(url => url.EndsWith("#workload", StringComparison.Ordinal), "targetCode"), Text(assertion, "issuedOn"), "score=92", Text(issuer, "name"));
    }

    private static string FactsOfEuropass(ReadOnlyMemory<byte> payload)
    {
        using var document = StrictJson.Parse(payload);
        var claim = document.RootElement.GetProperty("credentialSubject").GetProperty("hasClaim");
        var specification = claim.GetProperty("specifiedBy");
        var assessment = claim.GetProperty("provenBy");
        return Facts(
            English(claim, "title"), English(specification.GetProperty("learningOutcome"), "title"), Text(specification.GetProperty("eqfLevel"), "id").Split('/')[^1], Text(specification, "volumeOfLearning"),
            Text(claim.GetProperty("awardedBy"), "awardingDate"), $"{English(assessment, "title").ToLowerInvariant()}={English(assessment.GetProperty("grade"), "noteLiteral")}",
            English(claim.GetProperty("awardedBy").GetProperty("awardingBody"), "legalName"));
    }

    private static string Facts(params ReadOnlySpan<string> facts) => string.Join('|', facts);

    private static string Aligned(JsonElement achievement, string type, string member) =>
        Text(achievement.GetProperty("alignment").EnumerateArray().Single(alignment => Text(alignment, "targetType") == type), member);

    private static string English(JsonElement owner, string member) => Text(owner.GetProperty(member), "en");

    private static string Text(JsonElement owner, string member) => owner.GetProperty(member).GetString()!;

    private static (string Name, string? Value)[] Authority(TimeStampServer server, bool isRequired) =>
        [("Promote__Seal__TimeStampAuthority", server.Url.AbsoluteUri), ("Promote__Seal__TimeStampRequired", isRequired ? "true" : "false")];

    private static Task Fail(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Task.CompletedTask;
    }

    private static JsonObject Request(Seed seed, params string[] formats)
    {
        var request = AwardRequest.For(seed);
        request["formats"] = new JsonArray([.. (formats.Length > 0 ? formats : ["ob3", "europass"]).Select(format => JsonValue.Create(format))]);
        return request;
    }

    private static async Task<JsonElement> IssueAsync(TestedService service, JsonObject request)
    {
        using var answer = await AwardRequest.SendAsync(service.Client, request);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<SealReading> SealAsync(TestedService service, JsonElement award) => Sealed(await BytesAsync(service, award, "europass"));

    private static PdfAttachment Attached(byte[] pdf)
    {
        Assert.True(PdfAttachments.TryRead(pdf, out var attachments));
        return Assert.Single(attachments);
    }

    private static SealReading Sealed(byte[] bytes)
    {
        Assert.True(JadesSeal.TryRead(bytes, out var seal, out var error), error);
        return seal;
    }

    private static async Task<JsonElement> JsonAsync(TestedService service, JsonElement award, string format) =>
        StrictJson.Parse(await BytesAsync(service, award, format)).RootElement;

    private static async Task<byte[]> BytesAsync(TestedService service, JsonElement award, string format)
    {
        var holder = new Uri(award.GetProperty("links").GetProperty("credential").GetString()!).AbsolutePath;
        using var answer = await service.Anonymous.GetAsync($"{holder}?format={format}");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
