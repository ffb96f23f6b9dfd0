using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Issuers;

public sealed class IssuerTests(ServiceOnBoth services) : IClassFixture<ServiceOnBoth>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_client_lists_its_own_issuer_alone_and_changes_it(Database kind)
    {
        var service = await services.OnAsync(kind);
        var listed = await service.First.GetFromJsonAsync<JsonElement>("/api/v1/issuers");
        var issuer = Assert.Single(listed.GetProperty("items").EnumerateArray());
        Assert.Equal("cove-ro", issuer.GetProperty("slug").GetString());
        var path = $"/api/v1/issuers/{issuer.GetProperty("id").GetString()}";

        using var read = await service.First.GetAsync(path);
        using var change = new HttpRequestMessage(HttpMethod.Put, path)
        {
            Content = Samples.Json(Samples.IssuerProfile),
        };
        change.Headers.Add("If-Match", read.Headers.ETag!.ToString());
        using var changed = await service.First.SendAsync(change);

        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(read.Headers.ETag, changed.Headers.ETag);
        var profile = (await service.First.GetFromJsonAsync<JsonElement>(path)).GetProperty("profile");
        Assert.Equal("office@example.org", profile.GetProperty("email").GetString());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_slug_is_given_once(Database kind)
    {
        var service = await services.OnAsync(kind);
        using var answer = await service.Operator.PostAsync("/api/v1/issuers", Samples.Json(Samples.IssuerJson("cove-ro")));
        var problem = await Problem.ReadAsync(answer);
        Assert.Equal((422, "/slug"), (problem.Status, problem.Errors!.Single().Pointer));
    }

    [Theory]
    [InlineData("{\"slug\":\"UPPER\",\"name\":{\"en\":\"x\"},\"country\":\"RO\",\"language\":\"en\"}", "/slug", "PC-R004")]
    [InlineData("{\"slug\":\"new-one\",\"name\":{\"ro\":\"x\"},\"country\":\"RO\",\"language\":\"en\"}", "/name/en", "PC-R003")]
    [InlineData("{\"slug\":\"new-one\",\"name\":{\"en\":\"x\"},\"country\":\"Romania\",\"language\":\"en\"}", "/country", "PC-R004")]
    [InlineData("{\"slug\":\"new-one\",\"name\":{\"en\":\"x\"},\"country\":\"RO\",\"language\":\"en\",\"email\":\"nobody\"}", "/email", "PC-R007")]
    [InlineData("{\"slug\":\"new-one\",\"name\":{\"en\":\"x\"},\"country\":\"RO\",\"language\":\"en\",\"url\":\"javascript:alert(1)\"}", "/url", "PC-R008")]
    public async Task A_wrong_profile_is_refused_with_its_pointer(string body, string pointer, string code)
    {
        var service = await services.OnAsync(Database.Sqlite);
        using var answer = await service.Operator.PostAsync("/api/v1/issuers", Samples.Json(body));
        Assert.Contains((await Problem.ReadAsync(answer)).Errors!, error => (error.Pointer, error.Code) == (pointer, code));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_first_key_of_an_issuer_cannot_admit_others(Database kind)
    {
        var service = await services.OnAsync(kind);
        using var answer = await service.First.PostAsync("/api/v1/issuers", Samples.Json(Samples.IssuerJson("another")));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
