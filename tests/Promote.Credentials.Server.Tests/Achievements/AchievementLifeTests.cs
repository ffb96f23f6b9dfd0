using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Achievements;

public sealed class AchievementLifeTests(ServiceOnBoth services) : IClassFixture<ServiceOnBoth>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_created_reads_back_member_by_member(Database kind)
    {
        var service = await services.OnAsync(kind);
        var (id, tag) = await CreateAsync(service);
        using var answer = await service.First.GetAsync($"/api/v1/achievements/{id}");
        var read = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(tag, answer.Headers.ETag!.ToString());
        var expected = JsonNode.Parse(Samples.Achievement)!;
        foreach (var member in (string[])["evidenceRequired", "assessmentRequired", "fourEyes"])
        {
            expected["policy"]![member] = false;
        }

        (expected["policy"]!["prerequisites"], expected["policy"]!["assessors"]) = (new JsonArray(), new JsonArray());
        expected["resultDescriptions"]![0]!["levels"] = new JsonArray();
        expected["resultDescriptions"]![0]!["allowedValues"] = new JsonArray();
        Assert.True(JsonNode.DeepEquals(expected, read["content"]), read["content"]!.ToJsonString());
        Assert.Equal("draft", (string?)read["state"]);
        Assert.Equal(1, (int?)read["version"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_change_makes_a_version_and_publishing_puts_it_in_force(Database kind)
    {
        var service = await services.OnAsync(kind);
        var (id, tag) = await CreateAsync(service);
        var published = await SendAsync(service, HttpMethod.Post, $"/api/v1/achievements/{id}/publish", null, null);
        Assert.Equal(1, published.Body.GetProperty("publishedVersion").GetInt32());

        var changed = await SendAsync(service, HttpMethod.Put, $"/api/v1/achievements/{id}", published.Tag, Changed());
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Equal(2, changed.Body.GetProperty("version").GetInt32());
        Assert.Equal(1, changed.Body.GetProperty("publishedVersion").GetInt32());
        Assert.NotEqual(tag, changed.Tag);

        var again = await SendAsync(service, HttpMethod.Post, $"/api/v1/achievements/{id}/publish", changed.Tag, null);
        Assert.Equal(2, again.Body.GetProperty("publishedVersion").GetInt32());
        Assert.Equal("published", again.Body.GetProperty("state").GetString());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_change_without_If_Match_is_asked_for_it_and_a_stale_one_is_refused(Database kind)
    {
        var service = await services.OnAsync(kind);
        var (id, tag) = await CreateAsync(service);
        var without = await SendAsync(service, HttpMethod.Put, $"/api/v1/achievements/{id}", null, Changed());
        Assert.Equal((HttpStatusCode.PreconditionRequired, "PC-R022"), (without.Status, without.Code));

        await SendAsync(service, HttpMethod.Put, $"/api/v1/achievements/{id}", tag, Changed());
        var stale = await SendAsync(service, HttpMethod.Put, $"/api/v1/achievements/{id}", tag, Changed());
        Assert.Equal((HttpStatusCode.PreconditionFailed, "PC-R013"), (stale.Status, stale.Code));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_many_changes_at_once_with_one_tag_exactly_one_wins(Database kind)
    {
        var service = await services.OnAsync(kind);
        var (id, tag) = await CreateAsync(service);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => SendAsync(service, HttpMethod.Put, $"/api/v1/achievements/{id}", tag, Changed())));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer => Assert.Equal(HttpStatusCode.PreconditionFailed, answer.Status));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_retired_achievement_is_neither_changed_nor_published_again(Database kind)
    {
        var service = await services.OnAsync(kind);
        var (id, _) = await CreateAsync(service);
        await SendAsync(service, HttpMethod.Post, $"/api/v1/achievements/{id}/publish", null, null);
        var retired = await SendAsync(service, HttpMethod.Post, $"/api/v1/achievements/{id}/retire", null, null);
        Assert.Equal("retired", retired.Body.GetProperty("state").GetString());

        var changed = await SendAsync(service, HttpMethod.Put, $"/api/v1/achievements/{id}", retired.Tag, Changed());
        var published = await SendAsync(service, HttpMethod.Post, $"/api/v1/achievements/{id}/publish", retired.Tag, null);
        Assert.Equal((HttpStatusCode.Conflict, "PC-R011"), (changed.Status, changed.Code));
        Assert.Equal((HttpStatusCode.Conflict, "PC-R011"), (published.Status, published.Code));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_micro_credential_is_published_when_it_says_all_that_Annex_I_asks_for(Database kind)
    {
        var service = await services.OnAsync(kind);
        var whole = JsonNode.Parse(Samples.Achievement)!.AsObject();
        var draft = JsonNode.Parse(Samples.Achievement)!.AsObject();
        Array.ForEach<string>(["outcomes", "workload", "eqfLevel", "assessmentType", "participation", "mode", "qualityAssurance"], member => draft.Remove(member));
        var created = await SendAsync(service, HttpMethod.Post, "/api/v1/achievements", null, draft.ToJsonString());
        var id = created.Body.GetProperty("id").GetString();
        Assert.Equal(HttpStatusCode.Created, created.Status);

        var refused = await SendAsync(service, HttpMethod.Post, $"/api/v1/achievements/{id}/publish", created.Tag, null);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "PC-R024"), (refused.Status, refused.Code));
        Assert.Equal(
            ["/outcomes", "/workload", "/eqfLevel", "/assessmentType", "/participation", "/qualityAssurance"],
            refused.Body.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()));

        var changed = await SendAsync(service, HttpMethod.Put, $"/api/v1/achievements/{id}", created.Tag, whole.ToJsonString());
        var published = await SendAsync(service, HttpMethod.Post, $"/api/v1/achievements/{id}/publish", changed.Tag, null);
        Assert.Equal((HttpStatusCode.OK, "published"), (published.Status, published.Body.GetProperty("state").GetString()));
    }

    // The query that reads what an award is about is compiled for one kind of database a process.
    [Fact]
    public async Task A_micro_credential_that_was_published_without_an_element_is_not_awarded()
    {
        var service = await services.OnAsync(Database.Sqlite);
        var (id, _) = await CreateAsync(service);
        await SendAsync(service, HttpMethod.Post, $"/api/v1/achievements/{id}/publish", null, null);

        // As rows from before the rule are.
        await using (var db = service.Database.Open())
        {
            Assert.Equal(1, await db.AchievementVersions.Where(version => version.AchievementId == id)
                .ExecuteUpdateAsync(set => set.SetProperty(version => version.Content, version => version.Content.Replace("\"workload\":\"PT60H\",", ""))));
        }

        var refused = await SendAsync(service, HttpMethod.Post, "/api/v1/awards", null, Samples.Award(id));
        var error = Assert.Single(refused.Body.GetProperty("errors").EnumerateArray());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "PC-R024", "/achievement"), (refused.Status, refused.Code, error.GetProperty("pointer").GetString()));
        Assert.Contains("notional workload", error.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("thematicArea", "\"http://data.europa.eu/snb/isced-f/1234\"", "PC-R004 /thematicArea")]
    [InlineData("opportunityType", "\"http://data.europa.eu/snb/isced-f/1032\"", "PC-R004 /opportunityType")]
    [InlineData("learningOpportunityType", "\"http://data.europa.eu/snb/learning-opportunity/74a4a268e8\"", "PC-R002 /learningOpportunityType")]
    [InlineData("supervision", "\"yes\"", "PC-R008 /supervision")]
    [InlineData("activities", "null", "PC-R003 /activities")]
    [InlineData("activities", "[{}]", "PC-R003 /activities/0/title")]
    [InlineData("activities", "[{\"title\": {\"en\": \"Works\"}, \"hours\": 3}]", "PC-R002 /activities/0/hours")]
    [InlineData("activities", "[{\"title\": {\"en\": \"Works\"}, \"workload\": \"3 h\"}]", "PC-R004 /activities/0/workload")]
    [InlineData("entryRequirement", "{}", "PC-R003 /entryRequirement")]
    [InlineData("entitlement", "{\"title\": {\"en\": \"Works\"}, \"type\": \"http://data.europa.eu/snb/entitlement/52f62180c2\"}", "PC-R003 /entitlement/status")]
    public async Task What_is_said_of_learning_is_checked_member_by_member(string member, string value, string expected)
    {
        var service = await services.OnAsync(Database.Sqlite);
        var content = JsonNode.Parse(Samples.Achievement)!.AsObject();
        content[member] = JsonNode.Parse(value);
        var refused = await SendAsync(service, HttpMethod.Post, "/api/v1/achievements", null, content.ToJsonString());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal([expected], refused.Body.GetProperty("errors").EnumerateArray().Select(error => $"{error.GetProperty("code").GetString()} {error.GetProperty("pointer").GetString()}"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_content_of_an_answer_can_be_sent_back_as_it_is(Database kind)
    {
        var service = await services.OnAsync(kind);
        var (id, tag) = await CreateAsync(service);
        var read = await service.First.GetFromJsonAsync<JsonElement>($"/api/v1/achievements/{id}");
        var changed = await SendAsync(service, HttpMethod.Put, $"/api/v1/achievements/{id}", tag, read.GetProperty("content").GetRawText());
        Assert.Equal(HttpStatusCode.OK, changed.Status);
    }

    private static string Changed() => Samples.Achievement.Replace("\"eqfLevel\": 4", "\"eqfLevel\": 5", StringComparison.Ordinal);

    private static async Task<(string Id, string Tag)> CreateAsync(RunningService service)
    {
        using var answer = await service.First.PostAsync("/api/v1/achievements", Samples.Json(Samples.Achievement));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        Assert.Equal($"/api/v1/achievements/{id}", answer.Headers.Location!.ToString());
        return (id, answer.Headers.ETag!.ToString());
    }

    private static async Task<Answer> SendAsync(RunningService service, HttpMethod method, string path, string? tag, string? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : Samples.Json(body) };
        if (tag is not null)
        {
            request.Headers.Add("If-Match", tag);
        }

        using var answer = await service.First.SendAsync(request);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return new(answer.StatusCode, json, answer.Headers.ETag?.ToString(), json.TryGetProperty("code", out var code) ? code.GetString() : null);
    }

    private sealed record Answer(HttpStatusCode Status, JsonElement Body, string? Tag, string? Code);
}
