using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Web;

public sealed class ListTests(ServiceOnBoth services) : IClassFixture<ServiceOnBoth>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Walking_a_list_by_cursor_gives_every_item_once_the_newest_first(Database kind)
    {
        var service = await services.OnAsync(kind);
        var created = new List<string>();
        for (var i = 0; i < 7; i++)
        {
            using var answer = await service.First.PostAsync("/api/v1/achievements", Samples.Json(Samples.Achievement));
            created.Add((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!);
        }

        var walked = new List<(DateTimeOffset At, string Id)>();
        string? cursor = null;
        do
        {
            var page = await service.First.GetFromJsonAsync<JsonElement>($"/api/v1/achievements?limit=3{(cursor is null ? "" : "&cursor=" + cursor)}");
            Assert.InRange(page.GetProperty("items").GetArrayLength(), 1, 3);
            walked.AddRange(page.GetProperty("items").EnumerateArray().Select(item => (item.GetProperty("createdAt").GetDateTimeOffset(), item.GetProperty("id").GetString()!)));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);

        Assert.Equal(created.Order(StringComparer.Ordinal), walked.Select(item => item.Id).Order(StringComparer.Ordinal));
        Assert.Equal(walked.Select(item => item.At).OrderDescending(), walked.Select(item => item.At));
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("limit=many")]
    [InlineData("cursor=x")]
    [InlineData("cursor=AAAAAAAAAAAAAAAAAAAAAA__________w")]
    [InlineData("cursor=%00")]
    [InlineData("cursor=AAAAAAAAAAAAAAAAAAAAAA'; drop table achievements")]
    public async Task A_list_refuses_a_limit_or_cursor_that_it_did_not_give(string query)
    {
        var service = await services.OnAsync(Database.Sqlite);
        foreach (var list in (string[])["achievements", "api-keys", "awards", "issuers", "issuer-keys", "webhooks"])
        {
            using var answer = await service.First.GetAsync($"/api/v1/{list}?{query}");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Equal("PC-R004", (await Problem.ReadAsync(answer)).Code);
        }
    }
}
