using System.Net;
using System.Text;
using Promote.Credentials.Server.Tests.Desk;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Pathways;
using Promote.Credentials.Server.Tests.Webhooks;

namespace Promote.Credentials.Server.Tests.Batches;

/// <summary>Who is told that a batch is done.</summary>
public sealed class BatchDoneTests
{
    private const string File = "givenName,familyName,email,awardedOn\nMagdalena,Unmistakable,unmistakable@prison.example,2026-03-20\n";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_platform_gets_one_signed_message_and_a_person_one_mail_in_their_language_and_neither_names_a_learner(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        await using var receiver = await Receiver.StartAsync();
        await using var sink = new MailSink();
        await using var service = await ServiceInside.StartAsync(database, [receiver.Setting, .. sink.Settings]);
        service.ActFor(seed);
        var hook = await Hook.CreateAsync(service.Client, receiver.Url("done"), "batch.completed");
        var achievement = await Walked.AchievementAsync(service, "Cohort");

        var ofKey = await Sent.PostAsync(service, achievement, File.Replace("unmistakable@", "other@", StringComparison.Ordinal) + "Ana,Bad,nobody,2026-03-20\n", "&dryRun=true");
        await ofKey.UntilAsync("done");
        var told = Assert.Single(await receiver.UntilAsync("done", 1));

        Assert.Equal(("batch.completed", Hook.Sign(hook.Secret, told)), (told.Type, told.Signature));
        Assert.Equal((ofKey.Id, achievement, true), (told.Data.GetProperty("batch").GetString(), told.Data.GetProperty("achievement").GetString(), told.Data.GetProperty("dryRun").GetBoolean()));
        Assert.Equal((2, 1, 1, 0, 0), Sent.CountsOf(told.Data));
        Assert.Equal($"{service.Url.OriginalString}/api/v1/batches/{ofKey.Id}", told.Data.GetProperty("links").GetProperty("batch").GetString());

        using var person = await InvitedAsync(service, sink);
        await person.ReadAsync("/desk?lang=ro");
        using var sent = await person.PostFilesAsync("/desk/batches", [("achievement", achievement), ("then", "issue")], ("file", "cohort.csv", "text/csv", Encoding.UTF8.GetBytes(File)));
        Assert.True(sent.StatusCode == HttpStatusCode.Redirect, await sent.Content.ReadAsStringAsync());
        var batch = new Sent(service, sent.Headers.Location!.OriginalString[^22..]);
        await batch.UntilAsync("done");

        var mail = await sink.UntilAsync(one => one.Recipients.Contains("starter@prison.example") && one.Header("Subject").StartsWith("Fișierul", StringComparison.Ordinal));
        Assert.Equal("Fișierul dumneavoastră este gata: Cohort", mail.Header("Subject"));
        foreach (var part in new[] { mail.Text, WebUtility.HtmlDecode(mail.Html) })
        {
            Assert.Contains("Rânduri: 1. Emise: 1. Neemise: 0.", part, StringComparison.Ordinal);
            Assert.Contains($"{service.Url.OriginalString}/desk/batches/{batch.Id}", part, StringComparison.Ordinal);
            Assert.DoesNotContain("nmistakable", part, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains("<html lang=\"ro\">", mail.Html, StringComparison.Ordinal);
        var messages = await receiver.UntilAsync("done", 2);
        Assert.All(messages, message => Assert.DoesNotContain("nmistakable", Encoding.UTF8.GetString(message.Body), StringComparison.OrdinalIgnoreCase));
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.Equal(2, receiver.At("done").Count);
        Assert.Equal(1, await database.CountAsync($"SELECT count(*) FROM batch_mails WHERE state = 'sent' AND batch_id = '{batch.Id}'"));
        Assert.Equal(1, await database.CountAsync("SELECT count(*) FROM batch_mails"));
        Assert.DoesNotContain("starter@", service.Output, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_mail_that_is_not_taken_waits_and_one_that_is_refused_has_failed(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        await using var sink = new MailSink();
        await using var service = await ServiceInside.StartAsync(database, sink.Settings);
        service.ActFor(seed);
        using var person = await InvitedAsync(service, sink);
        sink.OnRecipient = _ => "451 try later";
        using var sent = await person.PostFilesAsync("/desk/batches", [("achievement", await Walked.AchievementAsync(service, "Cohort")), ("then", "check")], ("file", "cohort.csv", "text/csv", Encoding.UTF8.GetBytes(File)));
        await UntilAsync("SELECT count(*) FROM batch_mails WHERE state = 'pending' AND error = 'smtp-451' AND attempts = 1");

        sink.OnRecipient = _ => "550 no such user";
        await database.ExecuteAsync("UPDATE batch_mails SET next_attempt_at = created_at");
        await UntilAsync("SELECT count(*) FROM batch_mails WHERE state = 'failed' AND error = 'smtp-550' AND next_attempt_at IS NULL");

        async Task UntilAsync(string sql)
        {
            for (var attempt = 0; await database.CountAsync(sql) == 0; attempt++)
            {
                Assert.True(attempt < 400, service.Output);
                await Task.Delay(100);
            }
        }
    }

    // With a mail server the link of an invitation is in the mail alone.
    private static async Task<Staff> InvitedAsync(TestedService service, MailSink sink)
    {
        using var invited = await service.Client.PostAsync("/api/v1/people", Web.Samples.Json("""{"email": "starter@prison.example", "roles": ["assessor"]}"""));
        Assert.Equal(HttpStatusCode.Created, invited.StatusCode);
        var text = (await sink.UntilAsync(mail => mail.Recipients.Contains("starter@prison.example"))).Text;
        var link = text.Split('\n', '\r').Single(line => line.StartsWith("http", StringComparison.Ordinal));
        var person = Staff.Stranger(service, "starter@prison.example");
        using var accepted = await person.PostAsync(new Uri(link).AbsolutePath, ("name", "Test Person"), ("password", Staff.Password));
        Assert.True(accepted.StatusCode == HttpStatusCode.Redirect, await accepted.Content.ReadAsStringAsync());
        sink.Forget();
        return person;
    }
}
