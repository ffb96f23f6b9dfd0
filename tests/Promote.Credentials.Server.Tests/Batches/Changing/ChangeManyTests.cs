using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Server.Tests.Assessments;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Pathways;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Batches.Changing;

/// <summary>What can become of one award becomes of many by one request, as a batch of its own.</summary>
public sealed class ChangeManyTests(StartedWithMail services) : IClassFixture<StartedWithMail>
{
    private const string Reason = "The training was not the one that was announced";

    [Theory, OnSqlite, OnPostgres]
    public async Task Those_of_a_batch_are_revoked_and_everybody_reads_why(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var (achievement, issued) = await IssuedAsync(service, 3);
        var other = await AwardAsync(service, achievement);

        var batch = await ChangeAsync(service, "revoke", new JsonObject { ["awards"] = Of(batch: issued.Id), ["confirm"] = true });
        var done = await batch.UntilAsync("done");

        Assert.Equal((3, 3, 0, 3, 0), Sent.CountsOf(done));
        Assert.Equal(("revoke", Reason, 0), (done.GetProperty("action").GetString(), done.GetProperty("reason").GetString(), done.GetProperty("formats").GetArrayLength()));
        var awards = await AwardsAsync(issued);
        Assert.Equal(awards.Order(), (await batch.RowsAsync("issued")).Select(row => row.GetProperty("changes").GetString()!).Order());
        foreach (var award in await ReadAsync(service, awards))
        {
            Assert.Equal(("revoked", Reason), (award.GetProperty("status").GetString(), award.GetProperty("reason").GetString()));
            using var page = await service.Anonymous.GetAsync(award.GetProperty("links").GetProperty("verification").GetString());
            Assert.Contains(Reason, WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        Assert.Equal("valid", (await ReadAsync(service, [other]))[0].GetProperty("status").GetString());
        Assert.Equal(3, await CountAsync(service, "audit", "action = 'award.revoked'", awards, "subject"));
        Assert.Equal(3, await CountAsync(service, "outbox", "kind = 'award.revoked'", awards, "subject"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_dry_run_changes_nothing_and_tells_what_stands_against_each(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var (_, issued) = await IssuedAsync(service, 3);
        var awards = await AwardsAsync(issued);
        using var revoked = await service.Client.PostAsync($"/api/v1/awards/{awards[0]}/revoke", Samples.Json("""{"reason": "By mistake"}"""));
        await service.Database.ExecuteAsync($"UPDATE awards SET state = 'intended', waits_for = 'timestamp' WHERE id = '{awards[1]}'");

        var batch = await ChangeAsync(service, "suspend", new JsonObject { ["awards"] = Of(batch: issued.Id), ["dryRun"] = true });

        Assert.Equal((2, 1, 1, 0, 0), Sent.CountsOf(await batch.UntilAsync("done")));
        Assert.Contains("promised and not issued", Assert.Single(await batch.RowsAsync("bad")).GetProperty("problems")[0].GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(service, "awards", "suspended_at IS NOT NULL", awards));
        var report = await service.Client.GetStringAsync($"/api/v1/batches/{batch.Id}/report.csv");
        Assert.Contains(awards[1], report, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Suspended_awards_of_an_achievement_hold_again_and_revoked_ones_never(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var (achievement, issued) = await IssuedAsync(service, 3);
        var awards = await AwardsAsync(issued);
        using var revoked = await service.Client.PostAsync($"/api/v1/awards/{awards[2]}/revoke", Samples.Json("""{"reason": "By mistake"}"""));

        var suspended = await ChangeAsync(service, "suspend", new JsonObject { ["awards"] = Of(achievement: achievement), ["confirm"] = true });
        Assert.Equal((2, 2, 0, 2, 0), Sent.CountsOf(await suspended.UntilAsync("done")));
        Assert.Equal(["suspended", "suspended", "revoked"], await StatusesAsync(service, awards));

        var reinstated = await ChangeAsync(service, "reinstate", new JsonObject { ["awards"] = Of(achievement: achievement), ["confirm"] = true });
        Assert.Equal((2, 2, 0, 2, 0), Sent.CountsOf(await reinstated.UntilAsync("done")));
        Assert.Equal(["valid", "valid", "revoked"], await StatusesAsync(service, awards));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_those_of_a_time_are_meant_where_it_is_said(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var (achievement, issued) = await IssuedAsync(service, 2);
        var since = (await ReadAsync(service, await AwardsAsync(issued))).Max(award => award.GetProperty("createdAt").GetDateTimeOffset()).AddMilliseconds(1);
        await Task.Delay(10);
        var later = await AwardAsync(service, achievement);

        var filter = Of(achievement: achievement);
        filter["issuedFrom"] = since.ToString("O");
        var newer = await ChangeAsync(service, "revoke", new JsonObject { ["awards"] = filter, ["dryRun"] = true });
        await newer.UntilAsync("done");
        Assert.Equal(later, Assert.Single(await newer.RowsAsync("good")).GetProperty("changes").GetString());

        filter = Of(achievement: achievement);
        filter["issuedBefore"] = since.ToString("O");
        var older = await ChangeAsync(service, "revoke", new JsonObject { ["awards"] = filter, ["dryRun"] = true });
        Assert.Equal((2, 2, 0, 0, 0), Sent.CountsOf(await older.UntilAsync("done")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Replaced_awards_have_what_was_said_and_otherwise_what_was_recorded_and_their_holders_get_the_new_link(Database kind)
    {
        var (service, _, sink) = await services.WithSinkAsync(kind);
        var (_, issued) = await IssuedAsync(service, 2, "&formats=ob3,ob2");
        var awards = await AwardsAsync(issued);
        await sink.UntilAsync(mail => mail.Recipients.Contains("ana1@prison.example"));
        sink.Forget();

        var batch = await ChangeAsync(service, "replace", new JsonObject { ["awards"] = Of(batch: issued.Id), ["validUntil"] = "2035-12-31T00:00:00Z", ["confirm"] = true, ["notify"] = true });
        var done = await batch.UntilAsync("done");

        Assert.Equal((2, 2, 0, 2, 0), Sent.CountsOf(done));
        Assert.Equal(["ob3", "ob2"], done.GetProperty("formats").EnumerateArray().Select(format => format.GetString()).OrderDescending());
        foreach (var row in await batch.RowsAsync("issued"))
        {
            var (old, now) = ((await ReadAsync(service, [row.GetProperty("changes").GetString()!]))[0], (await ReadAsync(service, [row.GetProperty("award").GetString()!]))[0]);
            Assert.Equal(("replaced", Reason), (old.GetProperty("status").GetString(), old.GetProperty("reason").GetString()));
            var document = await service.Anonymous.GetFromJsonAsync<JsonElement>(now.GetProperty("links").GetProperty("credential").GetString() + "?format=ob3");
            Assert.Equal("2035-12-31T00:00:00Z", document.GetProperty("validUntil").GetString());
            Assert.Equal("valid", now.GetProperty("status").GetString());
            var mail = await sink.UntilAsync(one => one.Text.Contains(now.GetProperty("links").GetProperty("credential").GetString()!, StringComparison.Ordinal));
            Assert.Contains("has replaced your credential", mail.Text, StringComparison.Ordinal);
        }

        Assert.Equal(awards.Order(), (await batch.RowsAsync("issued")).Select(row => row.GetProperty("changes").GetString()!).Order());
        var zip = await service.Client.GetByteArrayAsync($"/api/v1/batches/{batch.Id}/results.zip");
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(zip));
        Assert.Equal(4, archive.Entries.Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_can_be_issued_no_more_is_told_before_anything_is_replaced(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var (_, issued) = await IssuedAsync(service, 2);
        var learner = (string)(await service.Database.QueryAsync($"SELECT learner_id FROM awards WHERE id = '{(await AwardsAsync(issued))[0]}'"))[0][0];
        await service.Database.ExecuteAsync($"DELETE FROM learner_lookups WHERE learner_id = '{learner}'");
        await service.Database.ExecuteAsync($"UPDATE learners SET wrapped_key = NULL WHERE id = '{learner}'");

        var batch = await ChangeAsync(service, "replace", new JsonObject { ["awards"] = Of(batch: issued.Id), ["awardedOn"] = "2999-01-01T00:00:00Z", ["dryRun"] = true });

        Assert.Equal((2, 0, 2, 0, 0), Sent.CountsOf(await batch.UntilAsync("done")));
        Assert.Equal([" PC-R006", " PC-R011"], (await batch.RowsAsync("bad")).Select(row => Sent.ProblemsOf(row).Split(':')[1][1..]).Order(StringComparer.Ordinal));
        Assert.Equal(2, await CountAsync(service, "awards", "revoked_at IS NULL", await AwardsAsync(issued)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task It_waits_to_be_confirmed_by_who_may_do_it_to_one(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var (_, issued) = await IssuedAsync(service, 1);
        var batch = await ChangeAsync(service, "revoke", new JsonObject { ["awards"] = Of(batch: issued.Id) });
        Assert.Equal((1, 1, 0, 0, 0), Sent.CountsOf(await batch.UntilAsync("awaitingConfirmation")));
        using var writes = await KeyAsync(service, "awards:read", "awards:write");
        using var revokes = await KeyAsync(service, "awards:read", "awards:revoke");

        foreach (var step in (string[])["confirm", "pause", "cancel", "retry"])
        {
            using var refused = await writes.PostAsync($"/api/v1/batches/{batch.Id}/{step}", null);
            Assert.Equal((step, HttpStatusCode.Forbidden), (step, refused.StatusCode));
        }

        using var replaces = await revokes.PostAsync("/api/v1/batches/replace", Body(new JsonObject { ["awards"] = Of(batch: issued.Id) }));
        using var revokesToo = await writes.PostAsync("/api/v1/batches/revoke", Body(new JsonObject { ["awards"] = Of(batch: issued.Id) }));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (replaces.StatusCode, revokesToo.StatusCode));
        using var confirmed = await revokes.PostAsync($"/api/v1/batches/{batch.Id}/confirm", null);
        Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);
        Assert.Equal((1, 1, 0, 1, 0), Sent.CountsOf(await batch.UntilAsync("done")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_request_that_is_repeated_makes_no_second_batch(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var (_, issued) = await IssuedAsync(service, 2);
        var asked = new JsonObject { ["awards"] = Of(batch: issued.Id), ["confirm"] = true };

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PostAsync(service, "revoke", asked, "once")));
        using var another = await PostAsync(service, "suspend", asked, "once");

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode));
        var id = Assert.Single(answers.Select(answer => answer.Headers.Location!.ToString()).Distinct()).Split('/')[^1];
        Assert.Equal("PC-R012", (await another.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        await new Sent(service, id).UntilAsync("done");
        Assert.Equal(2, await CountAsync(service, "audit", "action = 'award.revoked'", await AwardsAsync(issued), "subject"));
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_request_that_names_no_award_stores_nothing(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var (achievement, issued) = await IssuedAsync(service, 1);
        var stranger = services.Another(kind);
        var before = await service.Database.CountAsync("SELECT count(*) FROM batches");
        foreach (var (body, pointer) in new (JsonObject Body, string Pointer)[]
        {
            (new() { ["awards"] = new JsonObject() }, "/awards"),
            (new() { ["awards"] = Of(batch: "AAAAAAAAAAAAAAAAAAAAAA") }, "/awards/batch"),
            (new() { ["awards"] = Of(achievement: "AAAAAAAAAAAAAAAAAAAAAA") }, "/awards/achievement"),
            (new() { ["awards"] = Of(batch: issued.Id, achievement: await Walked.AchievementAsync(service, "Another")) }, "/awards/achievement"),
            (new() { ["awards"] = Of(batch: issued.Id), ["scheduledFor"] = "2020-01-01T00:00:00Z" }, "/scheduledFor"),
            (new() { ["awards"] = Of(batch: issued.Id), ["reason"] = "two\nlines" }, "/reason"),
        })
        {
            using var answer = await PostAsync(service, "revoke", body);
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Assert.True((int)answer.StatusCode is >= 400 and < 500, problem.ToString());
            Assert.Equal(pointer, problem.GetProperty("errors")[0].GetProperty("pointer").GetString());
        }

        using var nothing = await PostAsync(service, "reinstate", new JsonObject { ["awards"] = Of(batch: issued.Id) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        using var formats = await PostAsync(service, "replace", new JsonObject { ["awards"] = Of(batch: issued.Id), ["formats"] = new JsonArray("pdf") });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, formats.StatusCode);
        using var others = Assessed.Client(service, stranger.ApiKey);
        foreach (var filter in new[] { Of(batch: issued.Id), Of(achievement: achievement) })
        {
            using var refused = await others.PostAsync("/api/v1/batches/revoke", Body(new JsonObject { ["awards"] = filter }));
            Assert.Equal("PC-R010", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        }

        Assert.Equal(before, await service.Database.CountAsync("SELECT count(*) FROM batches"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Holders_are_told_once_where_somebody_wants_it(Database kind)
    {
        var (service, _, sink) = await services.WithSinkAsync(kind);
        var (_, issued) = await IssuedAsync(service, 1);
        await sink.UntilAsync(mail => mail.Recipients.Contains("ana0@prison.example"));
        sink.Forget();

        await (await ChangeAsync(service, "suspend", new JsonObject { ["awards"] = Of(batch: issued.Id), ["confirm"] = true })).UntilAsync("done");
        await (await ChangeAsync(service, "reinstate", new JsonObject { ["awards"] = Of(batch: issued.Id), ["confirm"] = true })).UntilAsync("done");
        await (await ChangeAsync(service, "revoke", new JsonObject { ["awards"] = Of(batch: issued.Id), ["confirm"] = true, ["notify"] = true })).UntilAsync("done");

        var told = await sink.UntilAsync(mail => mail.Header("Subject").StartsWith("News of your credential", StringComparison.Ordinal));
        Assert.Contains("has withdrawn your credential", told.Text, StringComparison.Ordinal);
        Assert.Contains(Reason, told.Text, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(service, "deliveries", "request <> 'issued'", await AwardsAsync(issued), "award_id"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_somebody_else_did_first_is_done_and_not_done_twice(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var (_, issued) = await IssuedAsync(service, 2);
        var awards = await AwardsAsync(issued);
        var batch = await ChangeAsync(service, "revoke", new JsonObject { ["awards"] = Of(batch: issued.Id) });
        await batch.UntilAsync("awaitingConfirmation");
        using var first = await service.Client.PostAsync($"/api/v1/awards/{awards[0]}/revoke", Samples.Json("""{"reason": "Somebody was faster"}"""));
        using var confirmed = await service.Client.PostAsync($"/api/v1/batches/{batch.Id}/confirm", null);

        Assert.Equal((2, 2, 0, 2, 0), Sent.CountsOf(await batch.UntilAsync("done")));
        Assert.Equal(["Somebody was faster", Reason], (await ReadAsync(service, awards)).Select(award => award.GetProperty("reason").GetString()));
        Assert.Equal(2, await CountAsync(service, "audit", "action = 'award.revoked'", awards, "subject"));
    }

    /// <summary>An achievement, and a batch that awarded it to so many.</summary>
    internal static async Task<(string Achievement, Sent Batch)> IssuedAsync(TestedService service, int lines, string query = "")
    {
        var achievement = await Walked.AchievementAsync(service, "Cohort");
        var batch = await Sent.PostAsync(service, achievement, "givenName,familyName,email,awardedOn\n" + string.Concat(Enumerable.Range(0, lines).Select(i => $"Ana,One,ana{i}@prison.example,2026-03-20\n")), "&confirm=true" + query);
        await batch.UntilAsync("done");
        return (achievement, batch);
    }

    internal static async Task<Sent> ChangeAsync(TestedService service, string action, JsonObject asked)
    {
        using var answer = await PostAsync(service, action, asked);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        return new(service, answer.Headers.Location!.ToString().Split('/')[^1]);
    }

    internal static JsonObject Of(string? batch = null, string? achievement = null)
    {
        var filter = new JsonObject();
        foreach (var (name, value) in new[] { ("batch", batch), ("achievement", achievement) })
        {
            if (value is not null)
            {
                filter[name] = value;
            }
        }

        return filter;
    }

    private static async Task<HttpResponseMessage> PostAsync(TestedService service, string action, JsonObject asked, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/batches/{action}") { Content = Body(asked) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await service.Client.SendAsync(request);
    }

    private static StringContent Body(JsonObject asked)
    {
        var body = asked.DeepClone().AsObject();
        body.TryAdd("reason", Reason);
        return Samples.Json(body.ToJsonString());
    }

    private static async Task<string> AwardAsync(TestedService service, string achievement)
    {
        var body = new JsonObject { ["achievement"] = achievement, ["learner"] = new JsonObject { ["givenName"] = "Eva", ["familyName"] = "Two", ["email"] = "eva@prison.example" }, ["awardedOn"] = "2026-03-20" };
        using var answer = await service.Client.PostAsync("/api/v1/awards", Samples.Json(body.ToJsonString()));
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private static async Task<string[]> AwardsAsync(Sent issued) => [.. (await issued.RowsAsync("issued")).Select(row => row.GetProperty("award").GetString()!)];

    private static async Task<JsonElement[]> ReadAsync(TestedService service, string[] awards) =>
        [.. await Task.WhenAll(awards.Select(id => service.Client.GetFromJsonAsync<JsonElement>($"/api/v1/awards/{id}")))];

    private static async Task<string[]> StatusesAsync(TestedService service, string[] awards) => [.. (await ReadAsync(service, awards)).Select(award => award.GetProperty("status").GetString()!)];

    private static Task<long> CountAsync(TestedService service, string table, string where, string[] awards, string column = "id") =>
        service.Database.CountAsync($"SELECT count(*) FROM {table} WHERE {where} AND {column} IN ({string.Join(", ", awards.Select(id => $"'{id}'"))})");

    private static async Task<HttpClient> KeyAsync(TestedService service, params string[] scopes)
    {
        using var answer = await service.Client.PostAsync("/api/v1/api-keys", Samples.Json(new JsonObject { ["name"] = "key", ["scopes"] = new JsonArray([.. scopes.Select(scope => (JsonNode)scope)]) }.ToJsonString()));
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return Assessed.Client(service, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString()!);
    }
}
