using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Tests.Batches;
using Promote.Credentials.Server.Tests.Batches.Changing;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Pathways;

namespace Promote.Credentials.Server.Tests.Desk;

/// <summary>A file with many people at the desk, without a line of script.</summary>
public sealed class DeskBatchTests(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    private const string Header = "givenName,familyName,email,awardedOn,result.points\n";

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_wrong_stands_by_line_and_column_and_the_good_lines_are_issued_when_somebody_says_so(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var assessor = await Staff.JoinAsync(service, $"batches.{kind}@desk.example", "assessor");
        var achievement = await Walked.AchievementAsync(service, "Reporting incidents");
        Assert.Contains("givenName", await assessor.ReadAsync($"/desk/batches/template/{achievement}.csv"), StringComparison.Ordinal);

        using var sent = await SendAsync(assessor, achievement, "ask", "cohort.csv", Header + "Ana,One,ana@prison.example,2026-03-20,92\n<b>Eva</b>,Two,nobody,20.03.2026,101\nAna,One,ana@prison.example,2026-03-20,92\n");
        Assert.True(sent.StatusCode == HttpStatusCode.Redirect, await sent.Content.ReadAsStringAsync());
        var path = sent.Headers.Location!.OriginalString;
        var batch = new Sent(service, path[^22..]);
        await batch.UntilAsync("awaitingConfirmation");

        var page = WebUtility.HtmlDecode(await assessor.ReadAsync(path));
        Assert.Contains("waits to be confirmed", page, StringComparison.Ordinal);
        Assert.Contains("Write the date as year, month and day", page, StringComparison.Ordinal);
        Assert.Contains("result.points", page, StringComparison.Ordinal);
        Assert.Contains("This person stands in the file before", page, StringComparison.Ordinal);
        Assert.Contains("Lines with mistakes are left out.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Eva", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv", page, StringComparison.Ordinal);
        Assert.DoesNotContain("results.zip", page, StringComparison.Ordinal);

        using var confirmed = await assessor.PostAsync(path, ("do", "confirm"));
        Assert.Equal(path, confirmed.Headers.Location?.OriginalString);
        await batch.UntilAsync("done");
        page = await assessor.ReadAsync(path);
        Assert.Contains("""<progress id="bar" value="1" max="1">""", page, StringComparison.Ordinal);
        Assert.Contains("1,issued,", await assessor.ReadAsync($"{path}/results.csv"), StringComparison.Ordinal);
        Assert.Contains("x-error", await assessor.ReadAsync($"{path}/report.csv"), StringComparison.Ordinal);
        Assert.StartsWith("PK", await assessor.ReadAsync($"{path}/report.xlsx"), StringComparison.Ordinal);
        using var zip = new ZipArchive(await (await assessor.GetAsync($"{path}/results.zip")).Content.ReadAsStreamAsync());
        Assert.Equal(["0000001-ob2.json", "0000001-ob3.json"], zip.Entries.Select(entry => entry.FullName));
        Assert.Contains(path, await assessor.ReadAsync("/desk/batches"), StringComparison.Ordinal);

        using var late = await assessor.PostAsync(path, ("do", "pause"));
        Assert.Equal((HttpStatusCode)422, late.StatusCode);
        Assert.Contains("This is not possible any more.", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task All_credentials_of_a_batch_are_revoked_once_somebody_confirmed_it(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var manager = await Staff.JoinAsync(service, $"changes.{kind}@desk.example", "programmeManager");
        using var reader = await Staff.JoinAsync(service, $"looks.{kind}@desk.example", "reader");
        var (_, issued) = await ChangeManyTests.IssuedAsync(service, 2);
        var path = $"/desk/batches/{issued.Id}";
        (string, string)[] form = [("do", "revoke"), ("reason", "The training was another one"), ("key", RandomId.New())];

        using var forbidden = await reader.PostAsync(path, form);
        using var without = await manager.PostAsync(path, ("do", "revoke"), ("reason", " "));
        using var asked = await manager.PostAsync(path, form);
        using var again = await manager.PostAsync(path, form);

        Assert.Equal((HttpStatusCode.Forbidden, (HttpStatusCode)422, HttpStatusCode.Redirect), (forbidden.StatusCode, without.StatusCode, asked.StatusCode));
        Assert.DoesNotContain("Revoke for ever", await reader.ReadAsync(path), StringComparison.Ordinal);
        Assert.Equal(asked.Headers.Location, again.Headers.Location);
        var change = new Sent(service, asked.Headers.Location!.OriginalString[^22..]);
        Assert.Equal((2, 2, 0, 0, 0), Sent.CountsOf(await change.UntilAsync("awaitingConfirmation")));
        var page = await manager.ReadAsync(asked.Headers.Location.OriginalString);
        Assert.Contains("Revokes credentials: The training was another one", page, StringComparison.Ordinal);
        Assert.Contains("It can be done to", page, StringComparison.Ordinal);

        using var confirmed = await manager.PostAsync(asked.Headers.Location.OriginalString, ("do", "confirm"));
        Assert.Equal((2, 2, 0, 2, 0), Sent.CountsOf(await change.UntilAsync("done")));
        Assert.Equal(2, await service.Database.CountAsync($"SELECT count(*) FROM awards WHERE revocation_reason = 'The training was another one' AND id IN (SELECT award_id FROM batch_lines WHERE batch_id = '{issued.Id}')"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_batch_is_paused_goes_on_and_is_ended(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var assessor = await Staff.JoinAsync(service, $"ends.{kind}@desk.example", "assessor");
        using var sent = await SendAsync(assessor, await Walked.AchievementAsync(service, "Reporting incidents"), "issue", "cohort.jsonl", string.Concat(Enumerable.Range(0, 300).Select(i => $$"""{"givenName": "Ana", "familyName": "One", "identifier": "p-{{i}}", "awardedOn": "2026-03-20"}""" + "\n")));
        var path = sent.Headers.Location!.OriginalString;
        var batch = new Sent(service, path[^22..]);
        Assert.Contains("http-equiv=\"refresh\"", await assessor.ReadAsync(path), StringComparison.Ordinal);

        using var paused = await assessor.PostAsync(path, ("do", "pause"));
        Assert.Equal(HttpStatusCode.Redirect, paused.StatusCode);
        Assert.Contains("value=\"resume\"", await assessor.ReadAsync(path), StringComparison.Ordinal);
        using var resumed = await assessor.PostAsync(path, ("do", "resume"));
        Assert.Equal(HttpStatusCode.Redirect, resumed.StatusCode);
        using var ended = await assessor.PostAsync(path, ("do", "cancel"));
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);

        await batch.UntilAsync("cancelled");
        Assert.DoesNotContain("name=\"do\"", await assessor.ReadAsync(path), StringComparison.Ordinal);
    }

    [Theory, OnSqlite]
    public async Task A_file_that_cannot_be_read_is_refused_by_line_and_column_and_nothing_of_it_is_kept(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var assessor = await Staff.JoinAsync(service, "unreadable@desk.example", "assessor");
        var achievement = await Walked.AchievementAsync(service, "Reporting incidents");
        foreach (var (what, name, file, says) in new[]
        {
            (achievement, "a.csv", "givenName,shoeSize\nAna,38\n", "There is no column \"shoeSize\"."),
            (achievement, "a.csv", Header, "There is nobody in the file."),
            (achievement, "a.pdf", "%PDF", "Take a CSV file, a spreadsheet (XLSX) or a file of JSON Lines."),
            (seed.IssuerId, "a.csv", Header, "This is not there, or not any more."),
        })
        {
            using var refused = await SendAsync(assessor, what, "issue", name, file);
            Assert.Equal((HttpStatusCode)422, refused.StatusCode);
            Assert.Contains(says, WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        using var none = await assessor.PostFilesAsync("/desk/batches", [("achievement", achievement)]);
        Assert.Contains("Choose a file.", await none.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await service.Database.CountAsync($"SELECT count(*) FROM batches WHERE achievement_id = '{achievement}'"));
    }

    [Theory, OnSqlite]
    public async Task A_batch_begins_when_it_is_asked_to_and_not_in_the_past(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var assessor = await Staff.JoinAsync(service, "later@desk.example", "assessor");
        var achievement = await Walked.AchievementAsync(service, "Reporting incidents");
        var tomorrow = TimeProvider.System.GetUtcNow().AddDays(1).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
        const string File = Header + "Ana,One,ana@prison.example,2026-03-20,92\n";

        using var sent = await SendAsync(assessor, achievement, "issue", "a.csv", File, ("scheduledFor", tomorrow));
        using var past = await SendAsync(assessor, achievement, "issue", "a.csv", File, ("scheduledFor", "2026-03-20T09:30"));
        using var never = await SendAsync(assessor, achievement, "issue", "a.csv", File, ("scheduledFor", "2026-13-20T09:30"));

        Assert.True(sent.StatusCode == HttpStatusCode.Redirect, await sent.Content.ReadAsStringAsync());
        var page = WebUtility.HtmlDecode(await assessor.ReadAsync(sent.Headers.Location!.OriginalString));
        Assert.Contains("Begins on", page, StringComparison.Ordinal);
        Assert.Equal(1, await service.Database.CountAsync($"SELECT count(*) FROM batches WHERE achievement_id = '{achievement}' AND scheduled_for IS NOT NULL"));
        var refused = WebUtility.HtmlDecode(await past.Content.ReadAsStringAsync());
        Assert.Contains("A batch begins in the future, and within a year.", refused, StringComparison.Ordinal);
        Assert.Contains("value=\"2026-03-20T09:30\"", refused, StringComparison.Ordinal);
        Assert.Contains("Give a day and a time.", WebUtility.HtmlDecode(await never.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Theory, OnSqlite]
    public async Task A_batch_that_waits_for_room_says_so(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var assessor = await Staff.JoinAsync(service, "full@desk.example", "assessor");
        var batch = await Sent.PostAsync(service, await Walked.AchievementAsync(service, "Reporting incidents"), Header + "Ana,One,ana@prison.example,2026-03-20,92\n", "");
        await batch.UntilAsync("awaitingConfirmation");
        var room = await assessor.ReadAsync($"/desk/batches/{batch.Id}");

        // As when the disk became full: from far ahead, so that the service does not try it again meanwhile.
        await using (var db = service.Database.Open())
        {
            await db.Batches.Where(row => row.Id == batch.Id).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.State, BatchState.Paused)
                .SetProperty(row => row.PausedBecause, BatchPause.StorageFull)
                .SetProperty(row => row.UpdatedAt, TimeProvider.System.GetUtcNow().AddHours(1)));
        }

        Assert.DoesNotContain("The disk of the database is full.", room, StringComparison.Ordinal);
        Assert.Contains("The disk of the database is full.", await assessor.ReadAsync($"/desk/batches/{batch.Id}"), StringComparison.Ordinal);
    }

    [Theory, OnSqlite]
    public async Task A_form_that_is_sent_twice_is_one_batch(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var assessor = await Staff.JoinAsync(service, "twice@desk.example", "assessor");
        var achievement = await Walked.AchievementAsync(service, "Reporting incidents");
        const string Key = "RGVsaXZlcnlJc0hlcmUuLg";

        using var first = await SendAsync(assessor, achievement, "check", "a.csv", Header + "Ana,One,ana@prison.example,2026-03-20,92\n", ("key", Key));
        using var second = await SendAsync(assessor, achievement, "check", "a.csv", Header + "Ana,One,ana@prison.example,2026-03-20,92\n", ("key", Key));
        using var other = await SendAsync(assessor, achievement, "check", "a.csv", Header + "Eva,Two,eva@prison.example,2026-03-20,92\n", ("key", Key));

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal((HttpStatusCode)422, other.StatusCode);
        Assert.Contains("sent before with other data", await other.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, OnSqlite]
    public async Task Whoever_may_only_read_sees_the_batch_and_can_neither_send_nor_change_nor_take_the_lines(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var reader = await Staff.JoinAsync(service, "reader@desk.example", "reader");
        var achievement = await Walked.AchievementAsync(service, "Reporting incidents");
        var batch = await Sent.PostAsync(service, achievement, Header + "Ana,Bad,nobody,2026-03-20,92\nEva,Two,eva@prison.example,2026-03-20,92\n", "");
        await batch.UntilAsync("awaitingConfirmation");
        var path = $"/desk/batches/{batch.Id}";

        Assert.DoesNotContain("name=\"do\"", await reader.ReadAsync(path), StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"file\"", await reader.ReadAsync("/desk/batches"), StringComparison.Ordinal);
        using var sent = await SendAsync(reader, achievement, "check", "a.csv", Header);
        using var confirmed = await reader.PostAsync(path, ("do", "confirm"));
        using var report = await reader.GetAsync($"{path}/report.csv");
        using var spreadsheet = await reader.GetAsync($"{path}/report.xlsx");
        Assert.All([sent, confirmed, report, spreadsheet], answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));

        service.ActFor(services.Another(kind));
        using var stranger = await Staff.JoinAsync(service, "stranger@desk.example", "assessor");
        foreach (var below in new[] { "", "/results.csv", "/results.zip", "/report.csv", "/report.xlsx", "/events" })
        {
            using var hidden = await stranger.GetAsync(path + below);
            Assert.True(hidden.StatusCode == HttpStatusCode.NotFound, below);
        }

        using var outside = Staff.Stranger(service);
        using var asked = await outside.GetAsync($"{path}/events");
        Assert.Equal("/desk/sign-in", asked.Headers.Location?.OriginalString);
    }

    private static Task<HttpResponseMessage> SendAsync(Staff person, string achievement, string then, string name, string file, params (string, string)[] more) => person.PostFilesAsync(
        "/desk/batches", [("achievement", achievement), ("format", "ob2"), ("then", then), .. more], ("file", name, "application/vnd.ms-excel", Encoding.UTF8.GetBytes(file)));
}
