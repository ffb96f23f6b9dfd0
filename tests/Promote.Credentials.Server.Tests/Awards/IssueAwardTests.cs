using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Status;

namespace Promote.Credentials.Server.Tests.Awards;

public sealed class IssueAwardTests(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task One_request_issues_one_credential_and_reads_it_back(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);

        using var answer = await AwardRequest.SendAsync(service.Client, AwardRequest.For(seed));

        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync() + service.Output);
        var award = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal("issued", (string?)award["state"]);
        Assert.Equal($"/api/v1/awards/{award["id"]}", answer.Headers.Location!.OriginalString);
        var read = await service.Client.GetFromJsonAsync<JsonElement>(answer.Headers.Location);
        Assert.Equal(award["links"]!.ToJsonString(), JsonObject.Create(read.GetProperty("links"))!.ToJsonString());
        Assert.Equal(seed.AchievementId, read.GetProperty("achievement").GetString());
        var list = await service.Client.GetFromJsonAsync<JsonElement>("/api/v1/awards");
        Assert.Equal(Given.WithoutDelivery(read), Given.WithoutDelivery(Assert.Single(list.GetProperty("items").EnumerateArray())));
        await Ledger.AssertWholeAsync(service.Database, 1, seed);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_issuers_award_is_not_there(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var other = services.Another(kind);
        using var client = new HttpClient { BaseAddress = service.Url, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", seed.ApiKey) } };
        using var stranger = new HttpClient { BaseAddress = service.Url, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", other.ApiKey) } };
        using var answer = await AwardRequest.SendAsync(client, AwardRequest.For(seed));
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync() + service.Output);

        using var read = await stranger.GetAsync(answer.Headers.Location);
        using var unknown = await stranger.GetAsync("/api/v1/awards/AAAAAAAAAAAAAAAAAAAAAA");
        var list = await stranger.GetFromJsonAsync<JsonObject>("/api/v1/awards");
        using var awarded = await AwardRequest.SendAsync(stranger, AwardRequest.For(seed));

        Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
        Assert.Equal(await unknown.Content.ReadAsStringAsync(), await read.Content.ReadAsStringAsync());
        Assert.Empty(list!["items"]!.AsArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, awarded.StatusCode);
        await Ledger.AssertWholeAsync(service.Database, 1, seed, other);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_refused_request_stores_nothing(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var (database, published) = (service.Database, services.Another(kind));
        await database.ExecuteAsync($"UPDATE achievements SET state = 'retired' WHERE issuer_id = '{seed.IssuerId}'");
        using var client = new HttpClient { BaseAddress = service.Url, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", published.ApiKey) } };

        await AssertRefusedAsync(service.Client, AwardRequest.For(seed), HttpStatusCode.Conflict, "PC-R011", "/achievement");
        await AssertRefusedAsync(client, With("achievement", "AAAAAAAAAAAAAAAAAAAAAA"), HttpStatusCode.UnprocessableEntity, "PC-R010", "/achievement");
        await AssertRefusedAsync(client, With("awardedOn", "2026-03-20T10:00:00"), HttpStatusCode.UnprocessableEntity, "PC-R005", "/awardedOn");
        await AssertRefusedAsync(client, With("validUntil", "2026-01-01"), HttpStatusCode.UnprocessableEntity, "PC-R006", "/validUntil");
        await AssertRefusedAsync(client, With("surprise", 1), HttpStatusCode.UnprocessableEntity, "PC-R002", "/surprise");
        await AssertRefusedAsync(client, With("formats", new JsonArray("pdf")), HttpStatusCode.UnprocessableEntity, "PC-R004", "/formats/0");
        await AssertRefusedAsync(client, With("evidence", new JsonArray(new JsonObject { ["url"] = "javascript:alert(1)" })), HttpStatusCode.UnprocessableEntity, "PC-R008", "/evidence/0/url");
        await AssertRefusedAsync(client, With("learner", new JsonObject { ["givenName"] = "A\u202Eb", ["familyName"] = "C", ["email"] = "a@b.example" }), HttpStatusCode.UnprocessableEntity, "PC-R009", "/learner/givenName");
        await AssertRefusedAsync(client, With("learner", new JsonObject { ["givenName"] = "A", ["familyName"] = "C", ["email"] = "nobody" }), HttpStatusCode.UnprocessableEntity, "PC-R007", "/learner/email");
        await AssertRefusedAsync(client, With("learner", new JsonObject { ["givenName"] = "A", ["familyName"] = "C" }), HttpStatusCode.UnprocessableEntity, "PC-R003", "/learner");

        var others = $"SELECT id FROM awards WHERE issuer_id NOT IN ('{seed.IssuerId}', '{published.IssuerId}')";
        foreach (var (table, award) in new[] { ("awards", "id"), ("credentials", "award_id"), ("outbox", "subject") })
        {
            Assert.Equal(0, await database.CountAsync($"SELECT count(*) FROM {table} WHERE {award} NOT IN ({others})"));
        }

        foreach (var table in new[] { "learners", "idempotency_keys", "status_lists" })
        {
            Assert.Equal(0, await database.CountAsync($"SELECT count(*) FROM {table} WHERE issuer_id IN ('{seed.IssuerId}', '{published.IssuerId}')"));
        }

        JsonObject With(string member, JsonNode value)
        {
            var body = AwardRequest.For(published);
            body[member] = value;
            return body;
        }
    }

    private static async Task AssertRefusedAsync(HttpClient client, JsonObject body, HttpStatusCode status, string code, string pointer)
    {
        using var answer = await AwardRequest.SendAsync(client, body, "the-same-key");
        var problem = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode} {problem}");
        Assert.Contains($"\"{code}\"", problem, StringComparison.Ordinal);
        Assert.Contains($"\"{pointer}\"", problem, StringComparison.Ordinal);
    }
}
