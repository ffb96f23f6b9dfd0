using System.Net;
using System.Text;
using System.Text.Json;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Status;

namespace Promote.Credentials.Server.Tests.Webhooks;

/// <summary>From what becomes of an award to a message at a training platform, through the doors that others use.</summary>
[Trait("speed", "slow")]
public sealed class WebhookEventTests
{
    private static readonly string[] Personal = ["Ioana", "Țepeș", "prison.example", "platform-", "Rahova", "Popescu", "wing C", "under review"];

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_event_of_an_award_is_told_once_signed_and_without_a_word_about_the_learner(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        await using var receiver = await Receiver.StartAsync();
        await using var service = await ServiceInside.StartAsync(database, receiver.Setting);
        var hook = await Hook.CreateAsync(service.Client, receiver.Url("all"));

        var given = await Given.AwardAsync(service, seed);
        await OpenAsync(given);
        await OpenAsync(given);
        await given.ChangeAsync("suspend", "Under review because of Ioana");
        await receiver.UntilAsync("all", 3);
        await given.ChangeAsync("reinstate", "Nothing was wrong");
        await receiver.UntilAsync("all", 4);
        var renewal = await FollowAsync(given, "renew", """{"awardedOn": "2026-05-20"}""");
        await receiver.UntilAsync("all", 6);
        var replacement = await FollowAsync(given, "replace", """{"reason": "A wrong date", "awardedOn": "2026-03-21"}""");
        await receiver.UntilAsync("all", 8);
        await replacement.ChangeAsync("revoke", "Awarded by mistake");
        var messages = await receiver.UntilAsync("all", 9);

        Assert.Equal(
            ["award.claimed", "award.issued", "award.issued", "award.issued", "award.reinstated", "award.renewed", "award.replaced", "award.revoked", "award.suspended"],
            messages.Select(message => message.Type).Order(StringComparer.Ordinal));
        var issued = Told(messages, "award.issued", given.Id);
        Assert.Equal(("valid", seed.AchievementId, 1), (issued.GetProperty("status").GetString(), issued.GetProperty("achievement").GetString(), issued.GetProperty("achievementVersion").GetInt32()));
        Assert.Equal($"{service.Url.OriginalString}/v/{given.PublicId}", issued.GetProperty("verification").GetString());
        Assert.Equal($"{service.Url.OriginalString}/api/v1/awards/{given.Id}", issued.GetProperty("links").GetProperty("award").GetString());
        Assert.Equal("suspended", Told(messages, "award.suspended", given.Id).GetProperty("status").GetString());
        Assert.Equal(given.Id, Told(messages, "award.issued", renewal.Id).GetProperty("renews").GetString());
        Assert.Equal(renewal.Id, Told(messages, "award.renewed", given.Id).GetProperty("renewedBy").GetString());
        Assert.Equal(given.Id, Told(messages, "award.issued", replacement.Id).GetProperty("replaces").GetString());
        var replaced = Told(messages, "award.replaced", given.Id);
        Assert.Equal(("replaced", replacement.Id), (replaced.GetProperty("status").GetString(), replaced.GetProperty("replacedBy").GetString()));
        Assert.Equal("revoked", Told(messages, "award.revoked", replacement.Id).GetProperty("status").GetString());
        Assert.Equal(messages.Count, messages.Select(message => message.Id).Distinct().Count());
        foreach (var message in messages)
        {
            Assert.Equal(Hook.Sign(hook.Secret, message), message.Signature);
            Assert.Equal((message.Id, "application/json"), (message.Json.GetProperty("id").GetString(), message.ContentType));
            var text = Encoding.UTF8.GetString(message.Body);
            Assert.All([.. Personal, given.HolderId, renewal.HolderId, replacement.HolderId], word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
        }

        Assert.DoesNotContain(hook.Secret, service.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(receiver.Url("all"), service.Output, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_award_that_ended_is_told_once_whatever_crashes_and_however_many_nodes_look(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        await using var receiver = await Receiver.StartAsync();
        Given ended, endless, revoked;
        await using (var service = await ServiceProcess.StartAsync(database, receiver.Setting))
        {
            await Hook.CreateAsync(service.Client, receiver.Url("ended"), "award.expired");
            (ended, endless, revoked) = (await Given.AwardAsync(service, seed), await Given.AwardAsync(service, seed, "mihai"), await Given.AwardAsync(service, seed, "ana"));
            await revoked.ChangeAsync("revoke", "Awarded by mistake");
        }

        var past = kind == Database.Sqlite ? "created_at - 1000" : "created_at - interval '1 second'";
        await database.ExecuteAsync($"UPDATE awards SET valid_until = {past} WHERE id IN ('{ended.Id}', '{revoked.Id}')");
        await using (var dying = await ServiceProcess.StartUnreadyAsync(database, receiver.Setting, ("PROMOTE_FAILPOINT", "expired-saved")))
        {
            await dying.UntilGoneAsync();
        }

        Assert.Equal(0, await database.CountAsync("SELECT count(*) FROM awards WHERE expired_at IS NOT NULL"));
        await using (var one = await ServiceProcess.StartAsync(database, receiver.Setting))
        await using (var two = kind == Database.Postgres ? await ServiceProcess.StartAsync(database, receiver.Setting) : null)
        {
            var message = Assert.Single(await receiver.UntilAsync("ended", 1));
            Assert.Equal(("award.expired", ended.Id, "expired"), (message.Type, message.Data.GetProperty("award").GetString(), message.Data.GetProperty("status").GetString()));
            Assert.True(message.Data.TryGetProperty("validUntil", out _));
        }

        Assert.Single(receiver.At("ended"));
        Assert.Equal(1, await database.CountAsync("SELECT count(*) FROM outbox WHERE kind = 'award.expired'"));
        Assert.Equal(0, await database.CountAsync($"SELECT count(*) FROM awards WHERE expired_at IS NOT NULL AND id IN ('{endless.Id}', '{revoked.Id}')"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_crash_between_sending_and_keeping_it_sends_the_same_message_again(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        await using var receiver = await Receiver.StartAsync();
        await using (var dying = await ServiceProcess.StartAsync(database, receiver.Setting, ("PROMOTE_FAILPOINT", "webhook-sent")))
        {
            await Hook.CreateAsync(dying.Client, receiver.Url("crash"));
            await Given.AwardAsync(dying, seed);
            await dying.UntilGoneAsync();
        }

        Assert.Equal(1, await database.CountAsync("SELECT count(*) FROM webhook_deliveries WHERE state = 'pending' AND attempts = 1"));

        // Instead of the minute after which a claim is over.
        await database.ExecuteAsync("UPDATE webhook_deliveries SET next_attempt_at = created_at");
        await database.ExecuteAsync("UPDATE webhooks SET turn_until = created_at");
        await using var restarted = await ServiceInside.StartAsync(database, receiver.Setting);
        var messages = await receiver.UntilAsync("crash", 2);

        Assert.Equal((messages[0].Id, Convert.ToHexString(messages[0].Body)), (messages[1].Id, Convert.ToHexString(messages[1].Body)));
    }

    [Theory, OnPostgres]
    public async Task Two_nodes_tell_each_of_thirty_awards_once(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        await using var receiver = await Receiver.StartAsync();
        await using var one = await ServiceInside.StartAsync(database, receiver.Setting, Given.SameAddress);
        await using var two = await ServiceInside.StartAsync(database, receiver.Setting, Given.SameAddress);
        await Hook.CreateAsync(one.Client, receiver.Url("first"));
        await Hook.CreateAsync(two.Client, receiver.Url("second"));

        var awards = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => Given.AwardAsync(i % 2 == 0 ? one : two, seed, $"person-{i}")));

        foreach (var path in (string[])["first", "second"])
        {
            await receiver.UntilAsync(path, 30);
        }

        await Task.Delay(TimeSpan.FromSeconds(1));
        foreach (var path in (string[])["first", "second"])
        {
            Assert.Equal(awards.Select(award => award.Id).Order(StringComparer.Ordinal), receiver.At(path).Select(message => message.Data.GetProperty("award").GetString()!).Order(StringComparer.Ordinal));
        }

        Assert.Equal(60, await database.CountAsync("SELECT count(*) FROM webhook_deliveries WHERE attempts = 1 AND last_status = 204"));
    }

    private static JsonElement Told(IReadOnlyList<Received> messages, string type, string award) =>
        Assert.Single(messages, message => message.Type == type && message.Data.GetProperty("award").GetString() == award).Data;

    private static async Task OpenAsync(Given given)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/credentials/{given.HolderId}") { Headers = { { "Accept", "text/html" } } };
        using var answer = await given.Service.Anonymous.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static async Task<Given> FollowAsync(Given given, string operation, string body)
    {
        using var answer = await given.PostAsync(operation, body, $"{operation}-1");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.Created, text);
        return Given.Of(given.Service, JsonSerializer.Deserialize<JsonElement>(text));
    }
}
