using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Pathways;
using Promote.Credentials.Server.Tests.Status;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Batches;

/// <summary>A whole cohort from one file.</summary>
public sealed class BatchTests(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    private const string Header = "givenName,familyName,email,awardedOn,result.points,x-room\n";

    [Theory, OnSqlite, OnPostgres]
    public async Task Everybody_in_a_good_file_gets_one_award_that_verifies(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var achievement = await Walked.AchievementAsync(service, "Cohort");
        var file = new StringBuilder(Header);
        for (var i = 0; i < 60; i++)
        {
            file.Append($"Ana,\"Țepeș-{i}\nMüller\",ana{i}@prison.example,2026-03-20,92,B{i}\n".Replace("\nM", " M", StringComparison.Ordinal));
        }

        var batch = await Sent.PostAsync(service, achievement, file.ToString(), "&confirm=true&formats=ob3,ob2");
        var done = await batch.UntilAsync("done");

        Assert.Equal((60, 60, 0, 60, 0), Sent.CountsOf(done));
        Assert.Equal(60, await service.Database.CountAsync($"SELECT count(*) FROM awards WHERE achievement_id = '{achievement}' AND state = 'issued'"));
        Assert.Equal(0, await service.Database.CountAsync($"SELECT count(*) FROM batch_lines WHERE batch_id = '{batch.Id}' AND details IS NOT NULL"));
        var last = (await batch.RowsAsync("issued"))[^1];
        var award = Given.Of(service, await service.Client.GetFromJsonAsync<JsonElement>($"/api/v1/awards/{last.GetProperty("award").GetString()}"));
        Assert.Equal(("valid", "passed"), await award.VerdictAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Bad_lines_say_which_column_and_the_good_ones_are_issued_when_somebody_confirms(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var achievement = await Walked.AchievementAsync(service, "Cohort");
        const string Lines = """
            Ana;One;ana@prison.example;2026-03-20;92;a
            Ana;Two;nobody;20.03.2026;101;b
            Ana;One;ANA@prison.example;2026-03-20;92;c
            ;Four;four@prison.example;;;d
            Eva;Five;eva@prison.example;2026-03-20;;e

            """;

        var batch = await Sent.PostAsync(service, achievement, Header.Replace(',', ';') + Lines, "&confirm=true");
        var checkedBatch = await batch.UntilAsync("awaitingConfirmation");
        Assert.Equal((5, 2, 3, 0, 0), Sent.CountsOf(checkedBatch));
        Assert.Equal(
            ["2: awardedOn PC-R005, email PC-R007, result.points PC-R004", "3:  PC-R011", "4: awardedOn PC-R003, givenName PC-R003"],
            (await batch.RowsAsync("bad")).Select(Sent.ProblemsOf));

        using var confirmed = await service.Client.PostAsync($"/api/v1/batches/{batch.Id}/confirm", null);
        Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);
        Assert.Equal((5, 2, 3, 2, 0), Sent.CountsOf(await batch.UntilAsync("done")));

        var again = await Sent.PostAsync(service, achievement, Header + "Ana,One,ana@prison.example,2026-03-20,92,a\n", "&dryRun=true");
        Assert.Equal((1, 0, 1, 0, 0), Sent.CountsOf(await again.UntilAsync("done")));
        Assert.Contains("has a valid award", (await again.RowsAsync("bad"))[0].GetRawText());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_only_the_linter_refuses_is_told_by_a_dry_run(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var achievement = await Walked.AchievementAsync(service, "Cohort without a name");
        // No request can bring such a version in.
        await service.Database.ExecuteAsync($"UPDATE achievement_versions SET content = replace(content, 'Cohort without a name', '') WHERE achievement_id = '{achievement}'");

        var batch = await Sent.PostAsync(service, achievement, Header + "Ana,One,ana@prison.example,2026-03-20,92,a\n", "&dryRun=true");

        Assert.Equal((1, 0, 1, 0, 0), Sent.CountsOf(await batch.UntilAsync("done")));
        Assert.All(await batch.RowsAsync("bad"), row => Assert.Contains("PC-R017", Sent.ProblemsOf(row), StringComparison.Ordinal));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_request_is_one_batch_and_another_file_under_its_key_is_none(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var achievement = await Walked.AchievementAsync(service, "Cohort");
        const string File = Header + "Ana,One,ana@prison.example,2026-03-20,92,a\n";

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Sent.SendAsync(service, achievement, File, "", key: "k1")));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode));
        Assert.Single(answers.Select(answer => answer.Headers.Location).Distinct());
        using var other = await Sent.SendAsync(service, achievement, File + "Eva,Two,eva@prison.example,2026-03-20,92,b\n", "", key: "k1");

        Assert.Equal("PC-R012", (await Problem.ReadAsync(other)).Code);
        Assert.Equal(1, await service.Database.CountAsync($"SELECT count(*) FROM batches WHERE achievement_id = '{achievement}'"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_cannot_be_read_to_its_end_leaves_nothing(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var achievement = await Walked.AchievementAsync(service, "Cohort");
        foreach (var (file, says) in new[]
        {
            ("givenName,shoeSize\nAna,38\n", "shoeSize"),
            ("givenName,GIVENNAME\nAna,Ana\n", "twice"),
            (Header, "nobody"),
            (Header + "Ana,One,ana@prison.example,2026-03-20,92\n", "Line 2"),
            (Header + "Ana,\"One,ana@prison.example,2026-03-20,92,a\n", "Line"),
        })
        {
            using var refused = await Sent.SendAsync(service, achievement, file, "");
            Assert.Contains(says, (await Problem.ReadAsync(refused)).Detail, StringComparison.Ordinal);
        }

        Assert.Equal(0, await service.Database.CountAsync($"SELECT count(*) FROM batches WHERE achievement_id = '{achievement}'"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_cancelled_batch_issues_nothing_more(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var achievement = await Walked.AchievementAsync(service, "Cohort");
        var batch = await Sent.PostAsync(service, achievement, Header + "Ana,One,ana@prison.example,2026-03-20,92,a\n", "");
        await batch.UntilAsync("awaitingConfirmation");

        using var cancelled = await service.Client.PostAsync($"/api/v1/batches/{batch.Id}/cancel", null);
        using var confirmed = await service.Client.PostAsync($"/api/v1/batches/{batch.Id}/confirm", null);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], new[] { cancelled.StatusCode, confirmed.StatusCode });
        Assert.Equal(0, await service.Database.CountAsync($"SELECT count(*) FROM awards WHERE achievement_id = '{achievement}'"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_paused_batch_goes_on_where_it_was(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var achievement = await Walked.AchievementAsync(service, "Cohort");
        // More than the chunks that are under way when somebody pauses it.
        var length = kind == Database.Sqlite ? 500 : 1000;
        var lines = string.Concat(Enumerable.Range(0, length).Select(i => $"Ana,One,ana{i}@prison.example,2026-03-20,92,a\n"));
        var batch = await Sent.PostAsync(service, achievement, Header + lines, "&confirm=true");
        for (var attempt = 0; attempt < 1000 && Sent.CountsOf(await service.Client.GetFromJsonAsync<JsonElement>($"/api/v1/batches/{batch.Id}")).Issued == 0; attempt++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }

        using var paused = await service.Client.PostAsync($"/api/v1/batches/{batch.Id}/pause", null);
        Assert.Equal(HttpStatusCode.OK, paused.StatusCode);

        // The chunks that were under way are issued to their end, and no other.
        var before = Sent.CountsOf(await batch.UntilAsync("paused"));
        for (var settled = false; !settled;)
        {
            var earlier = before;
            await Task.Delay(TimeSpan.FromSeconds(6));
            before = Sent.CountsOf(await batch.UntilAsync("paused"));
            settled = before == earlier;
        }

        Assert.InRange(before.Issued, 1, length - 1);

        using var resumed = await service.Client.PostAsync($"/api/v1/batches/{batch.Id}/resume", null);
        Assert.Equal(HttpStatusCode.OK, resumed.StatusCode);
        Assert.Equal((length, length, 0, length, 0), Sent.CountsOf(await batch.UntilAsync("done")));
        Assert.Contains(batch.Id, await service.Client.GetStringAsync("/api/v1/batches"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_failed_is_tried_again_when_somebody_says_so(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var achievement = await Walked.AchievementAsync(service, "Cohort");
        var batch = await Sent.PostAsync(service, achievement, Header + "Ana,One,ana@prison.example,2026-03-20,92,a\n", "");
        await batch.UntilAsync("awaitingConfirmation");
        await service.Database.ExecuteAsync($"UPDATE achievements SET state = 'retired' WHERE id = '{achievement}'");
        using var confirmed = await service.Client.PostAsync($"/api/v1/batches/{batch.Id}/confirm", null);
        Assert.Equal((1, 1, 0, 0, 1), Sent.CountsOf(await batch.UntilAsync("done")));
        Assert.Equal("1:  PC-R011", Sent.ProblemsOf((await batch.RowsAsync("failed"))[0]));

        await service.Database.ExecuteAsync($"UPDATE achievements SET state = 'published' WHERE id = '{achievement}'");
        using var retried = await service.Client.PostAsync($"/api/v1/batches/{batch.Id}/retry", null);

        Assert.Equal(HttpStatusCode.OK, retried.StatusCode);
        Assert.Equal((1, 1, 0, 1, 0), Sent.CountsOf(await batch.UntilAsync("done")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_report_is_mended_and_sent_again_without_a_change_in_any_value(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var achievement = await Walked.AchievementAsync(service, "Cohort");
        const string Names = "=HYPERLINK(\"\"https://evil.example\"\")|-2+3|@SUM(A1)|+40 7|'quoted";
        var lines = string.Concat(Names.Split('|').Select((name, i) => $"\"{name}\",One,p{i}@prison.example,20.03.2026,92,a\n"));
        var batch = await Sent.PostAsync(service, achievement, Header + lines + "Eva,Two,eva@prison.example,2026-03-20,92,b\n", "");
        await batch.UntilAsync("awaitingConfirmation");

        var report = await service.Client.GetStringAsync($"/api/v1/batches/{batch.Id}/report.csv");
        Assert.Contains("awardedOn: Write the date as year, month and day: 2026-03-20.", report, StringComparison.Ordinal);
        Assert.DoesNotContain("Eva", report, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Split('\n').SelectMany(line => line.Split(',')), cell => cell.TrimStart('"') is ['=' or '+' or '-' or '@', ..]);
        var mended = await Sent.PostAsync(service, achievement, report.Replace("20.03.2026", "2026-03-20", StringComparison.Ordinal), "&confirm=true");
        await mended.UntilAsync("done");

        var names = new List<string>();
        foreach (var row in await mended.RowsAsync("issued"))
        {
            var holder = (string)(await service.Database.QueryAsync($"SELECT holder_id FROM awards WHERE id = '{row.GetProperty("award").GetString()}'"))[0][0];
            names.Add(WebUtility.HtmlDecode(await service.Client.GetStringAsync($"/credentials/{holder}?format=certificate-svg")));
        }

        Assert.Equal(5, names.Count);
        Assert.All(Names.Replace("\"\"", "\"", StringComparison.Ordinal).Split('|').Zip(names), one => Assert.Contains($"{one.First} One", one.Second.Replace("</tspan>", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Theory, OnSqlite]
    public async Task The_template_of_an_achievement_is_a_file_that_a_batch_takes(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var achievement = await Walked.AchievementAsync(service, "Cohort");

        var template = await service.Client.GetStringAsync($"/api/v1/achievements/{achievement}/batch-template.csv");
        Assert.Contains(",result.points,", template);
        var batch = await Sent.PostAsync(service, achievement, template + "Ana,One,ana@prison.example,,,,2026-03-20,,,92,,,\r\n", "&dryRun=true");

        Assert.Equal((1, 1, 0, 0, 0), Sent.CountsOf(await batch.UntilAsync("done")));
    }

    [Theory, OnSqlite]
    public async Task A_file_of_an_older_spreadsheet_is_read_by_the_charset_that_is_said_and_by_no_guess(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var achievement = await Walked.AchievementAsync(service, "Cohort");
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1254)!.GetBytes("givenName;familyName;email;awardedOn\nGülşen;Öğüt;g@prison.example;2026-03-20\n");

        using var guessed = await SendAsync("text/csv");
        Assert.Contains("Line 2: givenName cannot be read: \"G\uFFFDl\uFFFDen\".", (await Problem.ReadAsync(guessed)).Detail, StringComparison.Ordinal);
        using var unknown = await SendAsync("text/csv; charset=ibm850");
        Assert.Equal("PC-R020", (await Problem.ReadAsync(unknown)).Code);
        using var said = await SendAsync("text/csv; charset=windows-1254");
        Assert.Equal(HttpStatusCode.Accepted, said.StatusCode);

        async Task<HttpResponseMessage> SendAsync(string type)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/batches?achievement={achievement}&dryRun=true") { Content = new ByteArrayContent(bytes) { Headers = { ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type) } } };
            return await service.Client.SendAsync(request);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_is_erased_is_in_no_line_any_more(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var achievement = await Walked.AchievementAsync(service, "Cohort");
        _ = await Given.AwardAsync(service, seed, "ana");
        using var found = await service.Client.PostAsync("/api/v1/learners/find", Samples.Json("""{"identifier": "platform-ana"}"""));
        var learner = (await found.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        var batch = await Sent.PostAsync(service, achievement, "givenName,familyName,identifier,awardedOn\nAna,One,platform-ana,2026-03-20\nEva,Two,platform-eva,2026-03-20\n", "");
        await batch.UntilAsync("awaitingConfirmation");

        using var erased = await service.Client.PostAsync($"/api/v1/learners/{learner}/erase", Samples.Json("""{"reason": "requested"}"""));
        Assert.Equal(HttpStatusCode.OK, erased.StatusCode);

        Assert.Equal(
            ["1", "2"],
            (await service.Database.QueryAsync($"SELECT number, CASE WHEN details IS NULL AND learner IS NULL THEN 1 ELSE 2 END FROM batch_lines WHERE batch_id = '{batch.Id}' ORDER BY number")).Select(row => $"{row[1]}"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_stored_of_a_file_cannot_be_read(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var batch = await Sent.PostAsync(service, await Walked.AchievementAsync(service, "Cohort"), Header + "Magdalena,Unmistakable,unmistakable@prison.example,yesterday,92,a\n", "");
        await batch.UntilAsync("awaitingConfirmation");

        foreach (var row in await service.Database.QueryAsync($"SELECT details, problems FROM batch_lines WHERE batch_id = '{batch.Id}'"))
        {
            Assert.DoesNotContain("nmistakable", Encoding.Latin1.GetString((byte[])row[0]) + row[1], StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("yesterday", (string)row[1], StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory, OnSqlite]
    public async Task A_file_of_a_spreadsheet_in_UTF_16_is_read_as_it_is(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var achievement = await Walked.AchievementAsync(service, "Cohort");
        byte[] file = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("givenName\tfamilyName\temail\tawardedOn\r\nĞülşen\tȚepeș ß ø ė\tana@prison.example\t2026-03-20\r\n")];
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/batches?achievement={achievement}&confirm=true") { Content = new ByteArrayContent(file) { Headers = { ContentType = new("text/csv") } } };
        using var sent = await service.Client.SendAsync(request);
        var batch = new Sent(service, (await sent.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!);

        await batch.UntilAsync("done");

        var award = (await batch.RowsAsync("issued"))[0].GetProperty("award").GetString();
        var holder = (string)(await service.Database.QueryAsync($"SELECT holder_id FROM awards WHERE id = '{award}'"))[0][0];
        Assert.Contains("Ğülşen Țepeș ß ø ė", WebUtility.HtmlDecode(await service.Client.GetStringAsync($"/credentials/{holder}?format=certificate-svg")), StringComparison.Ordinal);
    }

    [Theory, OnSqlite]
    public async Task Json_lines_are_lines_too(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var achievement = await Walked.AchievementAsync(service, "Cohort");
        const string Line = """{"GivenName": "Ana", "familyName": "One", "identifier": "p-1", "awardedOn": "2026-03-20", "x-room": "a"}""";

        var batch = await Sent.PostAsync(service, achievement, Line + "\r\n\n" + Line.Replace("p-1", "p-2", StringComparison.Ordinal), "&confirm=true", "application/x-ndjson");

        Assert.Equal((2, 2, 0, 2, 0), Sent.CountsOf(await batch.UntilAsync("done")));
        using var broken = await Sent.SendAsync(service, achievement, Line + "\n[1]\n", "", mediaType: "application/x-ndjson");
        Assert.Equal("Line 2 is not an object.", (await Problem.ReadAsync(broken)).Detail);
    }
}
