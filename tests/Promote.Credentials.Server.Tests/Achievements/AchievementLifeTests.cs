using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
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
        expected["policy"]!["evidenceRequired"] = false;
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
