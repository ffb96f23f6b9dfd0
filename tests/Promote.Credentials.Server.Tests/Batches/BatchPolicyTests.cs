using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Promote.Credentials.Server.Tests.Assessments;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Pathways;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Batches;

/// <summary>No way round a policy, a confirmation or an hour.</summary>
public sealed class BatchPolicyTests(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    private const string Ana = "givenName,familyName,email,awardedOn,result.points\nAna,One,ana@prison.example,2026-03-20,92\n";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_line_without_an_assessment_is_bad_where_one_is_asked_for(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        foreach (var policy in new[] { """{"assessmentRequired": true}""", """{"fourEyes": true}""" })
        {
            var batch = await Sent.PostAsync(service, await Walked.AchievementAsync(service, "Assessed", policy), Ana, "&confirm=true");
            Assert.Equal((1, 0, 1, 0, 0), Sent.CountsOf(await batch.UntilAsync("awaitingConfirmation")));
            Assert.Equal("1: assessment PC-R027", Sent.ProblemsOf((await batch.RowsAsync("bad"))[0]));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_confirmed_assessment_is_awarded_as_it_was_assessed_and_once(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var assessed = await Assessed.ByAsync(service, seed, """{"resultsRequired": true, "assessmentRequired": true, "fourEyes": true}""");
        var draft = await assessed.RecordedAsync();
        var id = await assessed.RecordedAsync();

        // Confirmed, and its award did not follow yet.
        await service.Database.ExecuteAsync($"UPDATE assessments SET state = 'confirmed', decided_at = created_at, awarded_at = created_at WHERE id = '{id}'");
        const string Header = "email,assessment,result.points,awardedOn,givenName\n";
        var bad = await Sent.PostAsync(
            service, assessed.AchievementId,
            $"{Header}ioana@prison.example,{draft},,,\nioana@prison.example,{id},93,2026-03-21,Ana\neva@prison.example,{id},,,\nioana@prison.example,AAAAAAAAAAAAAAAAAAAAAA,,,\nioana@prison.example,x,,,\n,{id},,,\n", "&dryRun=true");
        Assert.Equal((6, 0, 6, 0, 0), Sent.CountsOf(await bad.UntilAsync("done")));
        Assert.Equal(
            ["assessment PC-R011", "awardedOn PC-R004, givenName PC-R004, result.points PC-R004", "assessment PC-R004", "assessment PC-R010", "assessment PC-R010", "assessment PC-R004"],
            (await bad.RowsAsync("bad")).Select(row => Sent.ProblemsOf(row).Split(": ")[1]));

        var good = await Sent.PostAsync(service, assessed.AchievementId, $"{Header}IOANA@prison.example,{id},92,2026-03-20,Ioana\n", "&confirm=true");
        Assert.Equal((1, 1, 0, 0, 0), Sent.CountsOf(await good.UntilAsync("awaitingConfirmation")));
        using var validator = await ValidatorAsync(service);
        using var confirmed = await validator.PostAsync($"/api/v1/batches/{good.Id}/confirm", null);
        Assert.True(confirmed.StatusCode == HttpStatusCode.OK, await confirmed.Content.ReadAsStringAsync());
        Assert.Equal((1, 1, 0, 1, 0), Sent.CountsOf(await good.UntilAsync("done")));
        Assert.Equal(1, await service.Database.CountAsync($"SELECT count(*) FROM awards WHERE assessment_id = '{id}' AND state = 'issued'"));

        await service.Database.ExecuteAsync($"UPDATE awards SET revoked_at = created_at WHERE assessment_id = '{id}'");
        var again = await Sent.PostAsync(service, assessed.AchievementId, $"{Header}ioana@prison.example,{id},,,\n", "&dryRun=true");
        await again.UntilAsync("done");
        Assert.Equal("1: assessment PC-R011", Sent.ProblemsOf((await again.RowsAsync("bad"))[0]));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Four_eyes_are_another_persons_and_never_those_of_the_sender(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var achievement = await Walked.AchievementAsync(service, "Assessed", """{"fourEyes": true}""");
        var key = (await ServiceProcess.RunCommandAsync(service.Database, $"keys api create --issuer {seed.Slug} --name vouching --scopes awards:read,awards:write,awards:vouch,assessments:decide")).Split((char[]?)null).Single(word => word.StartsWith("pk_", StringComparison.Ordinal));
        using var sender = Assessed.Client(service, key);
        using var sent = await sender.PostAsync($"/api/v1/batches?achievement={achievement}&confirm=true", new StringContent(Ana, System.Text.Encoding.UTF8, "text/csv"));
        var batch = new Sent(service, (await sent.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!);
        Assert.Equal((1, 1, 0, 0, 0), Sent.CountsOf(await batch.UntilAsync("awaitingConfirmation")));

        using var validator = await ValidatorAsync(service);
        using var reader = await KeyAsync(service, "awards:read");
        foreach (var (client, step, status) in new[]
        {
            (sender, "confirm", HttpStatusCode.Forbidden), (reader, "confirm", HttpStatusCode.Forbidden),
            (sender, "resume", HttpStatusCode.Conflict), (sender, "retry", HttpStatusCode.Conflict), (sender, "pause", HttpStatusCode.Conflict),
        })
        {
            using var refused = await client.PostAsync($"/api/v1/batches/{batch.Id}/{step}", null);
            Assert.True(refused.StatusCode == status, $"{step} answered {refused.StatusCode}");
        }

        using var ordinary = await KeyAsync(service, "awards:write");
        using var notValidator = await ordinary.PostAsync($"/api/v1/batches/{batch.Id}/confirm", null);
        Assert.Equal("PC-R015", (await Problem.ReadAsync(notValidator)).Code);
        Assert.Equal(0, await service.Database.CountAsync($"SELECT count(*) FROM awards WHERE achievement_id = '{achievement}'"));

        using var confirmed = await validator.PostAsync($"/api/v1/batches/{batch.Id}/confirm", null);
        Assert.True(confirmed.StatusCode == HttpStatusCode.OK, await confirmed.Content.ReadAsStringAsync());
        Assert.Equal((1, 1, 0, 1, 0), Sent.CountsOf(await batch.UntilAsync("done")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_validator_confirms_no_other_batch(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var batch = await Sent.PostAsync(service, await Walked.AchievementAsync(service, "Cohort"), Ana, "");
        await batch.UntilAsync("awaitingConfirmation");
        using var validator = await ValidatorAsync(service);
        using var refused = await validator.PostAsync($"/api/v1/batches/{batch.Id}/confirm", null);
        Assert.Equal("PC-R015", (await Problem.ReadAsync(refused)).Code);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_of_a_dry_run_is_ever_issued(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var achievement = await Walked.AchievementAsync(service, "Cohort");
        var batch = await Sent.PostAsync(service, achievement, Ana, "&dryRun=true&confirm=true");
        await batch.UntilAsync("done");
        foreach (var step in new[] { "retry", "confirm", "resume" })
        {
            using var refused = await service.Client.PostAsync($"/api/v1/batches/{batch.Id}/{step}", null);
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        }

        Assert.Equal(0, await service.Database.CountAsync($"SELECT count(*) FROM awards WHERE achievement_id = '{achievement}'"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_batch_that_was_paused_while_it_was_checked_still_waits_to_be_confirmed(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var achievement = await Walked.AchievementAsync(service, "Cohort");
        var batch = await Sent.PostAsync(service, achievement, Ana, "");
        await batch.UntilAsync("awaitingConfirmation");

        // All of its lines were checked when somebody paused it, and nobody had said so yet.
        await service.Database.ExecuteAsync($"UPDATE batches SET state = 'paused' WHERE id = '{batch.Id}'");
        using var resumed = await service.Client.PostAsync($"/api/v1/batches/{batch.Id}/resume", null);

        Assert.Equal(HttpStatusCode.OK, resumed.StatusCode);
        Assert.Equal((1, 1, 0, 0, 0), Sent.CountsOf(await batch.UntilAsync("awaitingConfirmation")));
        Assert.Equal(0, await service.Database.CountAsync($"SELECT count(*) FROM awards WHERE achievement_id = '{achievement}'"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Issuing_does_not_begin_before_its_hour(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var achievement = await Walked.AchievementAsync(service, "Cohort");
        var start = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + 12).ToOffset(TimeSpan.FromHours(2));
        var query = $"&confirm=true&scheduledFor={Uri.EscapeDataString(start.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture))}";

        var batch = await Sent.PostAsync(service, achievement, Ana, query);
        var waiting = await batch.UntilAsync("running");
        Assert.Equal((start, (1, 1, 0, 0, 0)), (waiting.GetProperty("scheduledFor").GetDateTimeOffset(), Sent.CountsOf(waiting)));
        await batch.UntilAsync("done");
        Assert.True(TimeProvider.System.GetUtcNow() >= start, "It was issued before.");
        Assert.Equal(1, await service.Database.CountAsync($"SELECT count(*) FROM awards WHERE achievement_id = '{achievement}'"));

        foreach (var (text, code) in new[] { ("2020-01-01T00:00:00Z", "PC-R006"), ("2199-01-01T00:00:00Z", "PC-R006"), ("2199-01-01T00:00:00", "PC-R005"), ("tomorrow", "PC-R005"), ("2199-01-01", "PC-R005") })
        {
            using var refused = await Sent.SendAsync(service, achievement, Ana, $"&scheduledFor={text}");
            Assert.Equal(code, (await Problem.ReadAsync(refused)).Code);
        }
    }

    private static Task<HttpClient> ValidatorAsync(TestedService service) => KeyAsync(service, "awards:read", "assessments:decide");

    private static async Task<HttpClient> KeyAsync(TestedService service, params string[] scopes)
    {
        using var made = await service.Client.PostAsync("/api/v1/api-keys", Samples.Json($$"""{"name": "another", "scopes": {{JsonSerializer.Serialize(scopes)}}}"""));
        return Assessed.Client(service, (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString()!);
    }
}
