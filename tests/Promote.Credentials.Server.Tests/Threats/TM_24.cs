using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Threat 24: a clock is wrong, or a date is an odd one, and what is over or has not begun counts.</summary>
public sealed class TM_24(ServiceWithClock service) : IClassFixture<ServiceWithClock>
{
    private static readonly DateTimeOffset Noon = new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("validFrom", 59, "valid")]
    [InlineData("validFrom", 60, "valid")]
    [InlineData("validFrom", 61, "invalid")]
    [InlineData("validFrom", 3600, "invalid")]
    [InlineData("validUntil", -59, "valid")]
    [InlineData("validUntil", -60, "valid")]
    [InlineData("validUntil", -61, "invalid")]
    [InlineData("validUntil", -3600, "invalid")]
    public async Task A_minute_is_let_pass_at_both_ends_and_no_more(string member, int seconds, string outcome)
    {
        service.Now = Noon;
        var report = await new ForeignBadge().With(badge => badge.Json[member] = Text(Noon.AddSeconds(seconds))).ReportAsync(service.Anonymous);
        Assert.Equal(outcome, report.GetProperty("outcome").GetString());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-24)]
    [InlineData(-24 * 365 * 20)]
    public async Task What_was_issued_does_not_count_before_it_was_however_far_the_clock_goes_back(int hours)
    {
        service.Now = Noon;
        var (_, page) = await AwardAsync();
        Assert.Equal("valid", await OutcomeAsync(page));

        // The report that was kept a moment ago would say something else.
        service.Now = Noon.AddHours(hours);
        Assert.Equal("invalid", await OutcomeAsync(page));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(24 * 365 * 5)]
    public async Task What_is_over_is_over_when_the_clock_goes_forward(int hours)
    {
        service.Now = Noon;
        var (_, page) = await AwardAsync(("validUntil", Text(Noon.AddMinutes(30))));
        Assert.Equal("valid", await OutcomeAsync(page));

        service.Now = Noon.AddHours(hours);
        Assert.Equal("invalid", await OutcomeAsync(page));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(24 * 365 * 11)]
    public async Task What_was_revoked_stays_so_whatever_the_clock_says(int hours)
    {
        service.Now = Noon;
        var (award, page) = await AwardAsync();
        using var revoked = await service.First.PostAsync($"/api/v1/awards/{award}/revoke", Samples.Json("""{"reason": "Awarded by mistake"}"""));
        Assert.Equal(HttpStatusCode.OK, revoked.StatusCode);

        service.Now = Noon.AddHours(hours);
        Assert.Equal("invalid", await OutcomeAsync(page));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-24 * 365)]
    [InlineData(1)]
    public async Task An_API_key_that_another_node_revoked_is_not_trusted_longer_because_the_clock_was_set(int hours)
    {
        service.Now = Noon;
        using var client = await ClientAsync(expiresAt: null);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/awards")).StatusCode);
        await service.Database.ExecuteAsync("UPDATE api_keys SET revoked_at = 1 WHERE name = 'clock'");

        service.Now = Noon.AddHours(hours);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/awards")).StatusCode);
    }

    [Fact]
    public async Task An_API_key_that_ended_opens_nothing()
    {
        service.Now = Noon;
        using var client = await ClientAsync(Noon.AddSeconds(2));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/awards")).StatusCode);

        service.Now = Noon.AddSeconds(2);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/awards")).StatusCode);
    }

    [Theory]
    [InlineData("2028-02-29T00:00:00Z")]
    [InlineData("2028-12-31T23:59:59.999Z")]
    [InlineData("2038-01-19T03:14:07Z")]
    [InlineData("2038-01-19T03:14:08Z")]
    [InlineData("2040-02-29T12:00:00Z")]
    [InlineData("2100-02-28T23:59:59Z")]
    [InlineData("2106-02-07T06:28:16Z")]
    public async Task At_no_instant_does_a_credential_say_another_than_it_was_issued_at(string instant)
    {
        service.Now = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
        var (_, page) = await AwardAsync(("formats", new JsonArray("ob3", "ob3-jwt", "ob2")));
        using var request = new HttpRequestMessage(HttpMethod.Get, page) { Headers = { { "Accept", "application/json" } } };
        using var answer = await service.Anonymous.SendAsync(request);
        var report = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal("valid", report.GetProperty("outcome").GetString());
        Assert.Equal(service.Now.ToUnixTimeMilliseconds() / 1000, report.GetProperty("credential").GetProperty("validFrom").GetDateTimeOffset().ToUnixTimeMilliseconds() / 1000);
    }

    [Theory]
    [InlineData("P1Y", "2028-02-29T10:00:00Z", "2029-02-28")]
    [InlineData("P4Y", "2028-02-29T10:00:00Z", "2032-02-29")]
    [InlineData("P1M", "2027-01-31T10:00:00Z", "2027-02-28")]
    [InlineData("P1M", "2028-01-31T10:00:00Z", "2028-02-29")]
    public async Task A_validity_from_a_day_that_other_years_do_not_have_ends_on_the_day_before(string validity, string instant, string end)
    {
        service.Now = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
        var achievement = JsonNode.Parse(Samples.Achievement)!;
        achievement["validity"] = validity;
        var body = await BodyAsync(achievement, ("awardedOn", instant[..10]));
        using var answer = await service.First.PostAsync("/api/v1/awards", Samples.Json(body.ToJsonString()));
        var award = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        var document = await service.Anonymous.GetFromJsonAsync<JsonElement>($"{new Uri(award.GetProperty("links").GetProperty("credential").GetString()!).AbsolutePath}?format=ob3");

        Assert.StartsWith(end, document.GetProperty("validUntil").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("awardedOn", "2027-03-02")]
    [InlineData("awardedOn", "2026-02-29")]
    [InlineData("awardedOn", "2027-03-01T12:00:01Z")]
    [InlineData("validFrom", "2026-03-19")]
    [InlineData("validFrom", "2037-03-02")]
    [InlineData("validFrom", "9999-12-31T23:59:59Z")]
    [InlineData("validUntil", "2027-02-28")]
    [InlineData("validUntil", "2027-03-01T12:00:00Z")]
    [InlineData("validUntil", "0001-01-01T00:00:00Z")]
    public async Task An_award_cannot_be_of_a_day_that_it_cannot_be_of(string member, string value)
    {
        service.Now = Noon;
        var body = await BodyAsync(JsonNode.Parse(Samples.Achievement)!, (member, value));
        using var answer = await service.First.PostAsync("/api/v1/awards", Samples.Json(body.ToJsonString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Theory]
    [InlineData("2026-02-29T00:00:00Z")]
    [InlineData("2026-11-20T09:00:60Z")]
    [InlineData("2026-11-20T25:00:00Z")]
    [InlineData("2026-11-20")]
    [InlineData("2026-11-20T09:00:00")]
    [InlineData("2026-11-20 09:00:00Z")]
    [InlineData("0000-00-00T00:00:00Z")]
    [InlineData("2026-11-20T09:00:00+25:00")]
    [InlineData("1763629200")]
    [InlineData("٢٠٢٦-11-20T09:00:00Z")]
    [InlineData("")]
    public async Task An_end_that_is_no_instant_makes_nothing_last(string end)
    {
        service.Now = Noon;
        var report = await new ForeignBadge().With(badge => badge.Json["validUntil"] = end).ReportAsync(service.Anonymous);
        Assert.Equal("invalid", report.GetProperty("outcome").GetString());
    }

    private static string Text(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private async Task<(string Id, string Page)> AwardAsync(params (string Name, JsonNode Value)[] members)
    {
        var achievement = JsonNode.Parse(Samples.Achievement)!.AsObject();
        achievement.Remove("validity");
        var body = await BodyAsync(achievement, members);
        using var answer = await service.First.PostAsync("/api/v1/awards", Samples.Json(body.ToJsonString()));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var award = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (award.GetProperty("id").GetString()!, new Uri(award.GetProperty("links").GetProperty("verification").GetString()!).AbsolutePath);
    }

    private async Task<JsonNode> BodyAsync(JsonNode achievement, params (string Name, JsonNode Value)[] members)
    {
        using var created = await service.First.PostAsync("/api/v1/achievements", Samples.Json(achievement.ToJsonString()));
        var id = (await created.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        using var published = await service.First.PostAsync($"/api/v1/achievements/{id}/publish", null);
        var body = JsonNode.Parse(Samples.Award(id))!;
        foreach (var (name, value) in members)
        {
            body[name] = value;
        }

        return body;
    }

    private async Task<string> OutcomeAsync(string page)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page) { Headers = { { "Accept", "application/json" } } };
        using var answer = await service.Anonymous.SendAsync(request);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("outcome").GetString()!;
    }

    private async Task<HttpClient> ClientAsync(DateTimeOffset? expiresAt)
    {
        var body = new JsonObject { ["name"] = "clock", ["scopes"] = new JsonArray("awards:read"), ["expiresAt"] = expiresAt is { } end ? Text(end) : null };
        using var answer = await service.First.PostAsync("/api/v1/api-keys", Samples.Json(body.ToJsonString()));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return service.ClientWith((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString()!);
    }
}
