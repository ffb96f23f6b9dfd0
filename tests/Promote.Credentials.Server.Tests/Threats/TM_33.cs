using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Promote.Credentials.Formats.StatusLists;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Threat 33: an older database is put back, so that what was revoked holds again and bits are given out twice.</summary>
public sealed class TM_33(RestoredService service) : IClassFixture<RestoredService>
{
    [Theory]
    [InlineData("POST", "/api/v1/awards/{revoked}/revoke", """{"reason": "Again"}""")]
    [InlineData("POST", "/api/v1/awards/{revoked}/suspend", """{"reason": "Again"}""")]
    [InlineData("POST", "/api/v1/awards/{suspended}/suspend", """{"reason": "Again"}""")]
    [InlineData("POST", "/api/v1/awards/{untouched}/revoke", """{"reason": "Again"}""")]
    [InlineData("POST", "/api/v1/awards/{untouched}/replace", "{}")]
    [InlineData("GET", "/status/{list}", null)]
    [InlineData("GET", "/ob2/issuers/cove-ro/revocations", null)]
    [InlineData("GET", "/ob2/assertions/{assertion}", null)]
    [InlineData("GET", "/europass/{europass}", null)]
    public async Task Nothing_is_signed_changed_or_said_about_what_may_have_been_revoked(string method, string path, string? body)
    {
        var before = await CountAsync();
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), Filled(path)) { Content = body is null ? null : Samples.Json(body) };
        using var answer = await service.First.SendAsync(request);
        var problem = await Problem.ReadAsync(answer);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "PC-R026"), (answer.StatusCode, problem.Code));
        Assert.Contains("promote status recover", problem.Detail, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Nothing_new_is_awarded()
    {
        var before = await CountAsync();
        using var answer = await service.TryAwardAsync();

        Assert.Equal("PC-R026", (await Problem.ReadAsync(answer)).Code);
        Assert.Equal(before, await CountAsync());
    }

    [Theory]
    [InlineData("revoked")]
    [InlineData("suspended")]
    [InlineData("untouched")]
    public async Task No_credential_is_green_and_every_page_answers(string which)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, service.Awards[which].Page) { Headers = { { "Accept", "application/json" } } };
        using var answer = await service.Anonymous.SendAsync(request);
        var html = await service.Anonymous.GetStringAsync(service.Awards[which].Page);

        Assert.Equal("unconfirmed", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("outcome").GetString());
        Assert.DoesNotContain("verdict tone-good", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ob3")]
    [InlineData("europass")]
    public async Task What_was_revoked_is_not_green_when_somebody_hands_it_in(string format)
    {
        using var file = new ByteArrayContent(await service.Anonymous.GetByteArrayAsync($"{service.Awards["revoked"].Holder}?format={format}")) { Headers = { ContentType = new("application/octet-stream") } };
        using var answer = await service.Anonymous.PostAsync("/api/v1/verify", file);
        var outcome = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("outcome").GetString();
        Assert.True(outcome is "unconfirmed" or "invalid", outcome);
    }

    [Fact]
    public async Task Whoever_watches_the_service_is_told()
    {
        using var answer = await service.Anonymous.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains(service.Log.Lines, line => line.Event.Id == 1105);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"lists": null}""")]
    [InlineData(null)]
    public async Task Taking_away_what_was_published_makes_nothing_good_again(string? content)
    {
        var file = Path.Combine(service.Database.Directory, "status-versions.json");
        var kept = await File.ReadAllBytesAsync(file);
        try
        {
            if (content is null)
            {
                File.Delete(file);
            }
            else
            {
                await File.WriteAllTextAsync(file, content);
            }

            using var list = await service.Anonymous.GetAsync($"/status/{service.List}");
            using var award = await service.TryAwardAsync();
            Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (list.StatusCode, award.StatusCode));
        }
        finally
        {
            await File.WriteAllBytesAsync(file, kept);
        }
    }

    [Fact]
    public async Task After_recovery_everybody_is_revoked_again_and_no_bit_is_given_out_twice()
    {
        var restored = new RestoredService();
        await restored.InitializeAsync();
        try
        {
            // A document that the restored database has never seen: its bit is taken all the same.
            await restored.Database.ExecuteAsync($"DELETE FROM credentials WHERE award_id = '{restored.Awards["suspended"].Id}'");
            var before = await SetAsync(restored);
            var recovered = Assert.Single(await restored.RecoverAsync());
            var next = await restored.AwardAsync();

            Assert.Equal((true, 1), (recovered.IsKnown, recovered.Revoked));
            Assert.Equal("invalid", await OutcomeAsync(restored, "revoked"));
            Assert.Equal(6, before.Count);
            Assert.Equal(before, await SetAsync(restored));
            Assert.Equal(0, await restored.Database.CountAsync($"SELECT count(*) FROM credentials WHERE award_id = '{next.Id}' AND status_list_id = '{restored.List}'"));
            Assert.Equal(1, await restored.Database.CountAsync("SELECT count(*) FROM audit WHERE action = 'status.recovered'"));
            Assert.Empty(await restored.RecoverAsync());
        }
        finally
        {
            await restored.DisposeAsync();
        }
    }

    private static async Task<IReadOnlyList<int>> SetAsync(RestoredService restored)
    {
        // What was published, by whoever kept it: the list itself while it is served, the file of the versions meanwhile.
        var file = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(Path.Combine(restored.Database.Directory, "status-versions.json")));
        var encoded = file.GetProperty("lists").GetProperty(restored.List).GetProperty("encodedList").GetString()!;
        Assert.True(BitstringStatusList.TryDecode(encoded, out var bits, out _));
        return [.. Enumerable.Range(0, bits.Length).Where(index => bits[index])];
    }

    private static async Task<string> OutcomeAsync(RestoredService restored, string which)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, restored.Awards[which].Page) { Headers = { { "Accept", "application/json" } } };
        using var answer = await restored.Anonymous.SendAsync(request);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("outcome").GetString()!;
    }

    private string Filled(string path) => path.Replace("{list}", service.List, StringComparison.Ordinal)
        .Replace("{assertion}", service.Awards["revoked"].AssertionId, StringComparison.Ordinal).Replace("{europass}", service.Awards["revoked"].EuropassId, StringComparison.Ordinal)
        .Replace("{revoked}", service.Awards["revoked"].Id, StringComparison.Ordinal).Replace("{suspended}", service.Awards["suspended"].Id, StringComparison.Ordinal)
        .Replace("{untouched}", service.Awards["untouched"].Id, StringComparison.Ordinal);

    private Task<long> CountAsync() =>
        service.Database.CountAsync("SELECT (SELECT count(*) FROM awards) + (SELECT count(*) FROM credentials) + (SELECT count(*) FROM audit) + (SELECT count(*) FROM awards WHERE revoked_at IS NOT NULL OR suspended_at IS NOT NULL) + (SELECT sum(version) FROM status_lists)");
}
