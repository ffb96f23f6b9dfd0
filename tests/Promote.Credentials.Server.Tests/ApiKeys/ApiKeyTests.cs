using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.ApiKeys;

public sealed class ApiKeyTests(ServiceOnBoth services) : IClassFixture<ServiceOnBoth>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_key_is_shown_once_and_only_its_hash_is_stored(Database kind)
    {
        var service = await services.OnAsync(kind);
        var (id, key) = await CreateAsync(service, "awards:read");
        Assert.Matches($"^pk_{id}_[A-Za-z0-9_-]{{43}}$", key);

        var listed = await service.First.GetStringAsync("/api/v1/api-keys");
        Assert.Contains(id, listed, StringComparison.Ordinal);
        Assert.DoesNotContain(key[^43..], listed, StringComparison.Ordinal);
        foreach (var file in Directory.GetFiles(service.Database.Directory))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            Assert.DoesNotContain(key[^43..], await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_revoked_key_opens_nothing_from_the_next_request_on(Database kind)
    {
        var service = await services.OnAsync(kind);
        var (id, key) = await CreateAsync(service, "achievements:read");
        using var client = service.ClientWith(key);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/achievements")).StatusCode);

        Assert.Equal(HttpStatusCode.NoContent, (await service.First.DeleteAsync($"/api/v1/api-keys/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/achievements")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await service.First.DeleteAsync($"/api/v1/api-keys/{id}")).StatusCode);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_key_revoked_on_another_node_opens_nothing_after_five_seconds(Database kind)
    {
        var service = await services.OnAsync(kind);
        var (id, key) = await CreateAsync(service, "achievements:read");
        using var client = service.ClientWith(key);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/achievements")).StatusCode);

        await using (var db = service.Database.Open())
        {
            await db.ApiKeys.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAt, DateTimeOffset.UnixEpoch));
        }

        await Task.Delay(TimeSpan.FromSeconds(5));
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/achievements")).StatusCode);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_expired_key_opens_nothing(Database kind)
    {
        var service = await services.OnAsync(kind);
        var (id, key) = await CreateAsync(service, "achievements:read");
        await using (var db = service.Database.Open())
        {
            await db.ApiKeys.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.ExpiresAt, DateTimeOffset.UnixEpoch));
        }

        using var client = service.ClientWith(key);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/achievements")).StatusCode);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_key_without_the_scope_is_told_which_one_it_lacks(Database kind)
    {
        var service = await services.OnAsync(kind);
        var (_, key) = await CreateAsync(service, "achievements:read");
        using var client = service.ClientWith(key);
        using var answer = await client.PostAsync("/api/v1/achievements", Samples.Json(Samples.Achievement));

        Assert.Equal((HttpStatusCode.Forbidden, "PC-R015"), (answer.StatusCode, (await Problem.ReadAsync(answer)).Code));
        Assert.Equal("error=\"insufficient_scope\", scope=\"achievements:write\"", answer.Headers.WwwAuthenticate.Single().Parameter);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_can_give_a_scope_that_they_lack(Database kind)
    {
        var service = await services.OnAsync(kind);
        var (_, key) = await CreateAsync(service, "keys:manage");
        using var client = service.ClientWith(key);
        using var answer = await client.PostAsync("/api/v1/api-keys", Samples.Json("{\"name\":\"more\",\"scopes\":[\"keys:manage\",\"awards:write\"]}"));
        var problem = await Problem.ReadAsync(answer);
        Assert.Equal((422, "/scopes/1"), (problem.Status, problem.Errors!.Single().Pointer));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer pk_AAAAAAAAAAAAAAAAAAAAAA_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Basic b3BlcmF0b3I6a2V5")]
    [InlineData("Bearer ' or 1=1 --")]
    public async Task Without_a_known_key_every_operation_asks_for_one(string? authorization)
    {
        var service = await services.OnAsync(Database.Sqlite);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/achievements");
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var answer = await service.Anonymous.SendAsync(request);

        Assert.Equal((HttpStatusCode.Unauthorized, "PC-R014"), (answer.StatusCode, (await Problem.ReadAsync(answer)).Code));
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
    }

    private static async Task<(string Id, string Key)> CreateAsync(RunningService service, string scope)
    {
        using var answer = await service.First.PostAsync("/api/v1/api-keys", Samples.Json($$"""{"name":"test","scopes":["{{scope}}"]}"""));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var created = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (created.GetProperty("apiKey").GetProperty("id").GetString()!, created.GetProperty("key").GetString()!);
    }
}
