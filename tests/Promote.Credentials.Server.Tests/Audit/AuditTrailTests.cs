using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Promote.Credentials.Server.Tests.Assessments;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Audit;

/// <summary>What the audit trail says of what was done over the API, and what an operator sees of it.</summary>
public sealed class AuditTrailTests(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    private const string Why = "Ioana has to describe the second interview";

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_step_of_an_assessment_is_there_with_actor_time_and_reason(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var assessed = await Assessed.ByAsync(service, seed);
        var id = await assessed.RecordedAsync();
        await Assessed.TakeAsync(assessed.Assessor, id, "submit");
        await Assessed.TakeAsync(assessed.Validator, id, "return", Why);
        await Assessed.TakeAsync(assessed.Assessor, id, "submit");
        await Assessed.TakeAsync(assessed.Validator, id, "reject", "No");
        await Assessed.TakeAsync(assessed.Assessor, id, "appeal", "Yes");
        var confirmed = await Assessed.TakeAsync(assessed.Validator, id, "confirm");

        var items = await ItemsAsync(assessed.Assessor, $"subject={id}");
        Assert.Equal(
            ["assessment.confirmed -", "assessment.appealed Yes", "assessment.rejected No", "assessment.submitted -", $"assessment.returned {Why}", "assessment.submitted -", "assessment.recorded -", "assessment.opened -"],
            items.Select(item => $"{item.GetProperty("action").GetString()} {(item.TryGetProperty("reason", out var reason) ? reason.GetString() : "-")}"));
        Assert.Equal(2, items.Select(item => item.GetProperty("actor").GetString()).Distinct().Count());
        Assert.All(items, item => Assert.InRange(item.GetProperty("at").GetDateTimeOffset(), DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.MaxValue));
        var issued = Assert.Single(await ItemsAsync(assessed.Assessor, $"subject={confirmed.GetProperty("award").GetString()}"));
        Assert.Equal(id, issued.GetProperty("detail").GetProperty("assessment").GetString());
        Assert.Equal(0, await service.Database.CountAsync($"SELECT count(*) FROM audit WHERE detail LIKE '%interview%'"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_award_that_somebody_vouches_for_says_so_in_the_trail_and_when_it_is_checked(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var assessed = await Assessed.ByAsync(service, seed, """{"assessmentRequired": true}""");
        await service.Database.ExecuteAsync($"UPDATE api_keys SET scopes = 'awards:vouch awards:write awards:read audit:read' WHERE issuer_id = '{seed.IssuerId}' AND name = 'validator'");
        var vouched = await AwardAsync(assessed.Validator, assessed.AchievementId, "points");
        var plain = await AwardAsync(assessed.Validator, seed.AchievementId);

        Assert.True(Assert.Single(await ItemsAsync(assessed.Assessor, $"subject={vouched.Id}")).GetProperty("detail").GetProperty("vouched").GetBoolean());
        Assert.False(Assert.Single(await ItemsAsync(assessed.Assessor, $"subject={plain.Id}")).GetProperty("detail").TryGetProperty("vouched", out _));
        Assert.Equal(("valid", true), await CheckedAsync(service, vouched));
        Assert.Equal(("valid", false), await CheckedAsync(service, plain));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Pages_of_the_trail_hold_each_row_once_and_only_the_own_ones(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var client = Assessed.Client(service, seed.ApiKey);
        await AwardAsync(client, seed.AchievementId);
        await AwardAsync(client, seed.AchievementId);
        var instant = kind == Database.Postgres ? "'2026-01-01T00:00:00Z'" : "1767225600000";
        for (var number = 0; number < 5; number++)
        {
            await service.Database.ExecuteAsync($"INSERT INTO audit (at, issuer_id, actor, action, subject, detail) VALUES ({instant}, '{seed.IssuerId}', 'tests', 'same.instant', 's{number}', '{{}}')");
        }

        var all = await ItemsAsync(client, "limit=100");
        var paged = new List<JsonElement>();
        string? cursor = null;
        do
        {
            var page = await client.GetFromJsonAsync<JsonElement>($"/api/v1/audit?limit=2{(cursor is null ? "" : $"&cursor={cursor}")}");
            paged.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);

        Assert.Equal(all.Select(Key), paged.Select(Key));
        Assert.Equal(5, all.Count(item => item.GetProperty("action").GetString() == "same.instant"));
        Assert.Equal(2, (await ItemsAsync(client, "action=award.issued")).Count);
        using var refused = await client.GetAsync("/api/v1/audit?cursor=soon");
        Assert.Equal((HttpStatusCode)422, refused.StatusCode);
        using var stranger = Assessed.Client(service, services.Another(kind).ApiKey);
        Assert.DoesNotContain(await ItemsAsync(stranger, "limit=100"), item => item.GetProperty("action").GetString() is "same.instant" or "award.issued");
    }

    private static string Key(JsonElement item) => $"{item.GetProperty("at")} {item.GetProperty("action")} {item.GetProperty("subject")}";

    private static async Task<IReadOnlyList<JsonElement>> ItemsAsync(HttpClient client, string query) =>
        [.. (await client.GetFromJsonAsync<JsonElement>($"/api/v1/audit?{query}")).GetProperty("items").EnumerateArray()];

    private static async Task<(string Id, string Verification)> AwardAsync(HttpClient client, string achievementId, string result = "score")
    {
        using var answer = await client.PostAsync("/api/v1/awards", Samples.Json(Samples.Award(achievementId).Replace("points", result, StringComparison.Ordinal)));
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        var award = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (award.GetProperty("id").GetString()!, award.GetProperty("links").GetProperty("verification").GetString()!);
    }

    private static async Task<(string? Outcome, bool Vouched)> CheckedAsync(TestedService service, (string Id, string Verification) award)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, award.Verification) { Headers = { { "Accept", "application/json" } } };
        using var answer = await service.Anonymous.SendAsync(request);
        var report = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var record = report.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("id").GetString() == "ownRecord");
        return (report.GetProperty("outcome").GetString(), record.GetProperty("detail").GetString()!.Contains("answers for one that was made elsewhere", StringComparison.Ordinal));
    }
}
