using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Deliveries;

/// <summary>From an award to a mail in the learner's mailbox, through the doors that others use.</summary>
[Trait("speed", "slow")]
public sealed class DeliveryTests(StartedWithMail services) : IClassFixture<StartedWithMail>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_Romanian_learner_gets_one_mail_in_Romanian_with_the_link(Database kind)
    {
        var (service, seed, sink) = await services.WithSinkAsync(kind);
        var award = await AwardAsync(service, AwardRequest.For(seed));

        var mail = Assert.Single(await sink.UntilAsync(1));

        var link = award.GetProperty("links").GetProperty("credential").GetString()!;
        Assert.Equal(["ioana@prison.example"], mail.Recipients);
        Assert.Equal("Certificatul dumneavoastră: Interviu restaurativ", mail.Header("Subject"));
        Assert.Equal("\"Centru de excelență\" <badges@promote.example>", Unquoted(mail.Header("From")));
        Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
        Assert.Equal("ro", mail.Header("Content-Language"));
        Assert.Matches("^<[A-Za-z0-9_-]{22}@127\\.0\\.0\\.1>$", mail.Header("Message-ID"));
        Assert.StartsWith("multipart/alternative", mail.Header("Content-Type"), StringComparison.Ordinal);
        foreach (var part in new[] { mail.Text, WebUtility.HtmlDecode(mail.Html) })
        {
            Assert.Contains(link, part, StringComparison.Ordinal);
            Assert.Contains("Centru de excelență v-a acordat „Interviu restaurativ”.", part, StringComparison.Ordinal);
            Assert.Contains("Ioana-ioana Țepeș-Müller", part, StringComparison.Ordinal);
            Assert.DoesNotContain("92", part.Replace(link, "", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        Assert.Contains("<html lang=\"ro\">", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", mail.Html, StringComparison.Ordinal);
        var delivery = await UntilStateAsync(service, award, "sent");
        Assert.Equal(1, delivery.GetProperty("attempts").GetInt32());
        Assert.True(delivery.TryGetProperty("sentAt", out _));
        Assert.Single(sink.Mails);
        Assert.DoesNotContain("prison.example", service.Output, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_learner_who_is_not_to_be_told_gets_no_mail(Database kind)
    {
        var (service, seed, sink) = await services.WithSinkAsync(kind);
        var body = AwardRequest.For(seed);
        body["notify"] = false;
        var award = await AwardAsync(service, body);

        await UntilStateAsync(service, award, "suppressed");

        Assert.Equal(0, sink.Tries);
        using var asked = await NotifyAsync(service, award);
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        Assert.Single(await sink.UntilAsync(1));
        await UntilStateAsync(service, award, "sent");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_address_that_is_refused_fails_and_can_be_tried_again(Database kind)
    {
        var (service, seed, sink) = await services.WithSinkAsync(kind);
        sink.OnRecipient = _ => "550 no such user";
        var award = await AwardAsync(service, AwardRequest.For(seed));

        var failed = await UntilStateAsync(service, award, "failed");
        Assert.Equal("smtp-550", failed.GetProperty("error").GetString());
        Assert.Equal(1, sink.Tries);

        sink.OnRecipient = _ => "250 ok";
        using var answer = await NotifyAsync(service, award);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("pending", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("state").GetString());
        Assert.Single(await sink.UntilAsync(1));
        await UntilStateAsync(service, award, "sent");
        Assert.Equal(2, await service.Database.CountAsync($"SELECT count(*) FROM deliveries WHERE {Own(seed)}"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_server_that_is_busy_is_asked_again_later_and_a_silent_one_too(Database kind)
    {
        var (service, seed, sink) = await services.WithSinkAsync(kind);
        sink.OnRecipient = address => address.StartsWith("busy", StringComparison.Ordinal) ? "451 try later" : "250 ok";
        sink.Hangs = true;
        var busy = await AwardAsync(service, AwardRequest.For(seed, "busy"));
        var silent = await AwardAsync(service, AwardRequest.For(seed, "silent"));

        Assert.Equal("pending", (await UntilErrorAsync(service, busy, "smtp-451")).GetProperty("state").GetString());
        Assert.Equal("pending", (await UntilErrorAsync(service, silent, "timeout")).GetProperty("state").GetString());
        using var answer = await NotifyAsync(service, busy);
        Assert.Equal(1, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("attempts").GetInt32());
        Assert.Equal(2, await service.Database.CountAsync($"SELECT count(*) FROM deliveries WHERE {Own(seed)}"));

        // Later would be while another test counts.
        await service.Database.ExecuteAsync($"UPDATE deliveries SET state = 'failed' WHERE {Own(seed)}");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Without_a_mail_server_an_award_is_what_it_was(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        await using var service = await ServiceInside.StartAsync(database);
        var award = await AwardAsync(service, AwardRequest.For(seed));

        var delivery = await UntilStateAsync(service, award, "unavailable");

        Assert.Equal("no-mail-server", delivery.GetProperty("error").GetString());
        Assert.Equal(0, await database.CountAsync("SELECT count(*) FROM outbox WHERE done_at IS NULL"));
        using var answer = await NotifyAsync(service, award);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_learner_without_an_address_is_not_written_to(Database kind)
    {
        var (service, seed, sink) = await services.WithSinkAsync(kind);
        var body = AwardRequest.For(seed);
        body["learner"]!.AsObject().Remove("email");
        var award = await AwardAsync(service, body);

        Assert.Equal("no-address", (await UntilStateAsync(service, award, "unavailable")).GetProperty("error").GetString());
        Assert.Equal(0, sink.Tries);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_crash_between_sending_and_keeping_it_sends_the_same_message_again(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        await using var sink = new MailSink();
        await using (var dying = await ServiceProcess.StartAsync(database, [.. sink.Settings, ("PROMOTE_FAILPOINT", "delivery-sent")]))
        {
            await AwardAsync(dying, AwardRequest.For(seed));
            await dying.UntilGoneAsync();
        }

        Assert.Equal(1, await database.CountAsync("SELECT count(*) FROM deliveries WHERE state = 'pending' AND attempts = 1"));
        await database.ExecuteAsync("UPDATE deliveries SET next_attempt_at = created_at");
        await using var restarted = await ServiceInside.StartAsync(database, sink.Settings);
        var mails = await sink.UntilAsync(2);

        Assert.Equal(2, mails.Count);
        Assert.Equal(mails[0].Header("Message-ID"), mails[1].Header("Message-ID"));
    }

    [Theory, OnPostgres]
    public async Task Two_nodes_send_each_of_fifty_mails_once(Database kind)
    {
        var (first, seed, sink) = await services.WithSinkAsync(kind);
        var second = await services.NextToAsync(first, seed);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => AwardAsync(i % 2 == 0 ? first : second, AwardRequest.For(seed, $"person-{i}"))));

        var mails = await sink.UntilAsync(50);
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.Equal(50, sink.Tries);
        Assert.Equal(50, mails.Select(mail => mail.Recipients.Single()).Distinct().Count());
        Assert.Equal(50, await first.Database.CountAsync($"SELECT count(*) FROM deliveries WHERE state = 'sent' AND attempts = 1 AND {Own(seed)}"));
    }

    [Theory, OnPostgres]
    public async Task What_a_killed_node_left_is_sent_by_another_one(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        await using var sink = new MailSink();
        await using (var dying = await ServiceProcess.StartAsync(database, [.. sink.Settings, ("PROMOTE_FAILPOINT", "delivery-sent")]))
        await using (var living = await ServiceProcess.StartAsync(database, sink.Settings))
        {
            await AwardAsync(dying, AwardRequest.For(seed));
            await dying.UntilGoneAsync();

            // Instead of the two minutes after which a claim is over.
            await database.ExecuteAsync("UPDATE deliveries SET next_attempt_at = created_at");
            var started = Stopwatch.GetTimestamp();
            while (sink.Mails.Count < 2 && Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(90))
            {
                await Task.Delay(100);
            }

            Assert.Equal(2, sink.Mails.Count);
            Assert.Single(sink.Mails.Select(mail => mail.Header("Message-ID")).Distinct());
        }
    }

    private static string Own(Seed seed) => $"award_id IN (SELECT id FROM awards WHERE issuer_id = '{seed.IssuerId}')";

    private static string Unquoted(string header) => header.Replace("\"", "", StringComparison.Ordinal) is var plain ? $"\"{plain[..plain.IndexOf(" <", StringComparison.Ordinal)]}\"{plain[plain.IndexOf(" <", StringComparison.Ordinal)..]}" : "";

    private static async Task<JsonElement> AwardAsync(TestedService service, JsonNode body)
    {
        using var answer = await AwardRequest.SendAsync(service.Client, body);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static Task<HttpResponseMessage> NotifyAsync(TestedService service, JsonElement award) =>
        service.Client.PostAsync($"/api/v1/awards/{award.GetProperty("id").GetString()}/notify", null);

    private static Task<JsonElement> UntilStateAsync(TestedService service, JsonElement award, string state) => UntilAsync(service, award, "state", state);

    private static Task<JsonElement> UntilErrorAsync(TestedService service, JsonElement award, string error) => UntilAsync(service, award, "error", error);

    private static async Task<JsonElement> UntilAsync(TestedService service, JsonElement award, string member, string value)
    {
        for (var tries = 0; tries < 1600; tries++)
        {
            var shown = await service.Client.GetFromJsonAsync<JsonElement>($"/api/v1/awards/{award.GetProperty("id").GetString()}");
            if (shown.TryGetProperty("delivery", out var delivery) && delivery.TryGetProperty(member, out var now) && now.GetString() == value)
            {
                return delivery;
            }

            await Task.Delay(25);
        }

        throw new InvalidOperationException($"The delivery never came to {member} {value}:\n{string.Join('\n', service.Output.Split('\n').Where(line => !line.Contains("RequestLog", StringComparison.Ordinal)))}");
    }
}
