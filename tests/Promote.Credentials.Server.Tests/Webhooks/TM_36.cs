using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Promote.Credentials.Server.Jobs;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Webhooks;

/// <summary>Threat 36: a webhook makes this service ask its own network, tells secrets, or is a hammer in somebody's hand.</summary>
public sealed class TM_36(WebhooksOnBoth webhooks) : IClassFixture<WebhooksOnBoth>
{
    [Theory]
    [InlineData("http://platform.example/hooks")]
    [InlineData("https://platform.example:8443/hooks")]
    [InlineData("https://127.0.0.1/hooks")]
    [InlineData("https://127.1/hooks")]
    [InlineData("https://①②⑦.0.0.1/hooks")]
    [InlineData("https://2130706433/hooks")]
    [InlineData("https://10.0.0.1/hooks")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://192.168.0.1/hooks")]
    [InlineData("https://[::1]/hooks")]
    [InlineData("https://[::ffff:10.0.0.1]/hooks")]
    [InlineData("https://[fd00::1]/hooks")]
    [InlineData("https://user:password@platform.example/hooks")]
    [InlineData("ftp://platform.example/hooks")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    public async Task A_webhook_cannot_be_made_for_an_address_that_is_not_public_nor_changed_to_one(string url)
    {
        var service = await webhooks.OnAsync(Database.Sqlite);
        var (hook, path) = await webhooks.HookAsync(service);
        var body = JsonSerializer.Serialize(new { url });

        using var made = await hook.Client.PostAsync("/api/v1/webhooks", Samples.Json(body));
        using var changed = await hook.PatchAsync(body);

        foreach (var answer in (HttpResponseMessage[])[made, changed])
        {
            var problem = await Problem.ReadAsync(answer);
            Assert.Equal((422, "/url"), (problem.Status, problem.Errors!.Single().Pointer));
        }

        var listed = (await hook.Client.GetFromJsonAsync<JsonElement>("/api/v1/webhooks")).GetProperty("items");
        Assert.Equal(webhooks.Receiver.Url(path), Assert.Single(listed.EnumerateArray()).GetProperty("url").GetString());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_name_that_leads_into_the_own_network_gets_nothing(Database kind)
    {
        var service = await webhooks.OnAsync(kind);
        var hook = await Hook.CreateAsync(await WebhooksOnBoth.NewIssuerAsync(service), "https://localhost/hooks");

        var failed = await hook.UntilFailedAsync(await hook.PingAsync());

        Assert.Equal(("refusedAddress", false), (failed.GetProperty("lastFailure").GetString(), failed.TryGetProperty("lastStatus", out _)));
        Assert.DoesNotContain("127.0.0.1", failed.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(301, "http://169.254.169.254/latest/meta-data")]
    [InlineData(302, "http://127.0.0.1/hooks")]
    [InlineData(302, "SELF")]
    [InlineData(307, "SELF")]
    [InlineData(308, "SELF")]
    public async Task A_redirect_is_a_failure_and_leads_nowhere_not_even_where_it_could_be_sent(int status, string location)
    {
        var service = await webhooks.OnAsync(Database.Sqlite);
        var (hook, path) = await webhooks.HookAsync(service);
        var elsewhere = RandomId.New();
        webhooks.Receiver.Answers[path] = context =>
        {
            context.Response.Headers.Location = location.Replace("SELF", webhooks.Receiver.Url(elsewhere), StringComparison.Ordinal);
            return Receiver.StatusAsync(context, status);
        };

        var failed = await hook.UntilFailedAsync(await hook.PingAsync());

        Assert.Equal(("pending", status), (failed.GetProperty("state").GetString(), failed.GetProperty("lastStatus").GetInt32()));
        Assert.Empty(webhooks.Receiver.At(elsewhere));
        Assert.Single(webhooks.Receiver.At(path));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_receiver_that_fails_is_asked_eight_times_each_time_later_and_then_no_more(Database kind)
    {
        var service = await webhooks.OnAsync(kind);
        var (hook, path) = await webhooks.HookAsync(service);
        webhooks.Receiver.Answers[path] = context => Receiver.StatusAsync(context, 500);
        var id = await hook.PingAsync();
        var failed = await hook.UntilFailedAsync(id);
        for (var tries = 1; tries < Backoff.MaxAttempts; tries++)
        {
            Assert.Equal(("pending", tries), (failed.GetProperty("state").GetString(), failed.GetProperty("attempts").GetInt32()));
            var wait = failed.GetProperty("nextAttemptAt").GetDateTimeOffset() - failed.GetProperty("lastAttemptAt").GetDateTimeOffset();
            Assert.InRange(wait, Backoff.After(tries)!.Value, Backoff.After(tries)!.Value + TimeSpan.FromSeconds(20));
            await WebhooksOnBoth.SendDueAsync(service, hook);
            failed = await hook.UntilFailedAsync(id);
        }

        Assert.Equal(("failed", 8, false), (failed.GetProperty("state").GetString(), failed.GetProperty("attempts").GetInt32(), failed.TryGetProperty("nextAttemptAt", out _)));
        await WebhooksOnBoth.SendDueAsync(service, hook);
        Assert.Equal(8, webhooks.Receiver.At(path).Count);

        // All of that took no time here, so the receiver may be back in a minute.
        Assert.True((await hook.ReadAsync()).GetProperty("enabled").GetBoolean());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_receiver_that_takes_nothing_for_a_day_is_disabled_and_its_owner_told_why(Database kind)
    {
        var service = await webhooks.OnAsync(kind);
        var (hook, path) = await webhooks.HookAsync(service);
        webhooks.Receiver.Answers[path] = context => Receiver.StatusAsync(context, 503);
        var id = await hook.PingAsync();
        await hook.UntilFailedAsync(id);
        await service.Database.ExecuteAsync($"UPDATE webhook_deliveries SET attempts = 7 WHERE id = '{id}'");
        var ago = kind == Database.Sqlite ? "failing_since - 75600000" : "failing_since - interval '21 hours'";
        await service.Database.ExecuteAsync($"UPDATE webhooks SET failing_since = {ago} WHERE id = '{hook.Id}'");

        await WebhooksOnBoth.SendDueAsync(service, hook);

        var disabled = await hook.ReadAsync();
        Assert.Equal((false, "failing"), (disabled.GetProperty("enabled").GetBoolean(), disabled.GetProperty("disabledBecause").GetString()));
        Assert.True(disabled.TryGetProperty("disabledAt", out _));
        var audit = Assert.Single(await service.Database.QueryAsync($"SELECT actor, detail FROM audit WHERE subject = '{hook.Id}' AND action = 'webhook.disabled'"));
        Assert.Equal(("webhooks", """{"because":"failing"}"""), ((string)audit[0], (string)audit[1]));
        Assert.Contains(service.Log.Lines, line => line.Event.Id == 1331 && line.Text.Contains(hook.Id, StringComparison.Ordinal));

        // What waits, waits.
        await service.Database.ExecuteAsync($"UPDATE webhook_deliveries SET state = 'pending', attempts = 0 WHERE id = '{id}'");
        await WebhooksOnBoth.SendDueAsync(service, hook);
        Assert.Equal(2, webhooks.Receiver.At(path).Count);
        using var enabled = await hook.PatchAsync("""{"enabled": true}""");
        await webhooks.Receiver.UntilAsync(path, 3);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_receiver_that_is_gone_is_asked_once(Database kind)
    {
        var service = await webhooks.OnAsync(kind);
        var (hook, path) = await webhooks.HookAsync(service);
        webhooks.Receiver.Answers[path] = context => Receiver.StatusAsync(context, 410);

        var failed = await hook.UntilAsync(await hook.PingAsync(), one => one.GetProperty("state").GetString() == "failed");

        Assert.Equal(410, failed.GetProperty("lastStatus").GetInt32());
        var disabled = await hook.ReadAsync();
        Assert.Equal((false, "gone"), (disabled.GetProperty("enabled").GetBoolean(), disabled.GetProperty("disabledBecause").GetString()));
        Assert.Equal(1, await service.Database.CountAsync($"SELECT count(*) FROM audit WHERE subject = '{hook.Id}' AND action = 'webhook.disabled'"));
        using var refused = await hook.PostAsync("ping");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Single(webhooks.Receiver.At(path));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_receiver_in_trouble_is_left_alone_for_a_minute_however_much_waits(Database kind)
    {
        var service = await webhooks.OnAsync(kind);
        var (hook, path) = await webhooks.HookAsync(service);
        webhooks.Receiver.Answers[path] = context => Receiver.StatusAsync(context, 500);
        await hook.UntilFailedAsync(await hook.PingAsync());
        await using (var db = service.Database.Open())
        {
            db.WebhookDeliveries.AddRange(Enumerable.Range(0, 50).Select(_ => Message(hook)));
            await db.SaveChangesAsync();
        }

        await WebhooksOnBoth.SendAsync(service);
        await WebhooksOnBoth.SendAsync(service);

        Assert.Single(webhooks.Receiver.At(path));
        await WebhooksOnBoth.SendDueAsync(service, hook);
        Assert.Equal(2, webhooks.Receiver.At(path).Count);
    }

    [Fact]
    public async Task A_receiver_that_hangs_is_a_failure_in_seconds()
    {
        var service = await webhooks.OnAsync(Database.Sqlite);
        var (hook, path) = await webhooks.HookAsync(service);
        webhooks.Receiver.Answers[path] = context => Task.Delay(Timeout.Infinite, context.RequestAborted);

        var failed = await hook.UntilFailedAsync(await hook.PingAsync());

        Assert.Equal(("pending", "timedOut", false), (failed.GetProperty("state").GetString(), failed.GetProperty("lastFailure").GetString(), failed.TryGetProperty("lastStatus", out _)));
    }

    [Fact]
    public async Task Of_an_answer_of_a_hundred_megabytes_next_to_nothing_is_read()
    {
        const int MiB = 1024 * 1024;
        var service = await webhooks.OnAsync(Database.Sqlite);
        var (hook, path) = await webhooks.HookAsync(service);
        var written = 0;

        // Ten seconds for all of it: whoever reads to the end is seen by the time that it takes.
        webhooks.Receiver.Answers[path] = async context =>
        {
            for (; written < 100 && !context.RequestAborted.IsCancellationRequested; written++)
            {
                await context.Response.Body.WriteAsync(new byte[MiB]);
                await Task.Delay(100);
            }
        };

        var delivered = await hook.UntilDeliveredAsync(await hook.PingAsync());

        Assert.Equal(200, delivered.GetProperty("lastStatus").GetInt32());
        Assert.InRange(written, 0, 30);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task No_answer_and_no_log_has_a_secret_and_no_log_an_address(Database kind)
    {
        var service = await webhooks.OnAsync(kind);
        var (hook, path) = await webhooks.HookAsync(service);
        webhooks.Receiver.Answers[path] = context => Receiver.StatusAsync(context, 500);
        await hook.UntilFailedAsync(await hook.PingAsync());
        using var rotation = await hook.PostAsync("rotate-secret");
        var second = (await rotation.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("secret").GetString()!;
        await WebhooksOnBoth.SendDueAsync(service, hook);

        var told = new StringBuilder();
        foreach (var answer in (string[])["/api/v1/webhooks", hook.Path, $"{hook.Path}/deliveries", "/metrics"])
        {
            told.Append(await hook.Client.GetStringAsync(answer));
        }

        using var changed = await hook.PatchAsync("""{"description": "changed"}""");
        told.Append(await changed.Content.ReadAsStringAsync());
        told.Append(Encoding.UTF8.GetString(webhooks.Receiver.At(path)[0].Body));
        foreach (var secret in (string[])[hook.Secret, second])
        {
            Assert.DoesNotContain(secret["whsec_".Length..], told.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(service.Log.Lines, line => line.Text.Contains(secret["whsec_".Length..], StringComparison.Ordinal));
        }

        Assert.Contains(service.Log.Lines, line => line.Event.Id == 1330 && line.Text.Contains(hook.Id, StringComparison.Ordinal));
        Assert.DoesNotContain(service.Log.Lines, line => line.Text.Contains(path, StringComparison.Ordinal));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_message_that_somebody_else_made_or_changed_has_another_signature(Database kind)
    {
        var service = await webhooks.OnAsync(kind);
        var (hook, path) = await webhooks.HookAsync(service);
        var (other, otherPath) = await webhooks.HookAsync(service);
        await hook.UntilDeliveredAsync(await hook.PingAsync());
        await other.UntilDeliveredAsync(await other.PingAsync());
        var message = webhooks.Receiver.At(path)[0];

        Assert.Equal(Hook.Sign(hook.Secret, message), message.Signature);
        Assert.NotEqual(Hook.Sign(other.Secret, message), message.Signature);
        Assert.NotEqual(Hook.Sign(hook.Secret, webhooks.Receiver.At(otherPath)[0]), webhooks.Receiver.At(otherPath)[0].Signature);
        foreach (var changed in (Received[])[message with { Id = RandomId.New() }, message with { Timestamp = message.Timestamp + "0" }, message with { Body = [.. message.Body, (byte)' '] }])
        {
            Assert.NotEqual(message.Signature, Hook.Sign(hook.Secret, changed));
        }

        Assert.InRange(DateTimeOffset.FromUnixTimeSeconds(long.Parse(message.Timestamp, null)), message.Json.GetProperty("timestamp").GetDateTimeOffset().AddSeconds(-1), TimeProvider.System.GetUtcNow());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_webhook_and_a_message_of_another_issuer_are_not_there(Database kind)
    {
        var service = await webhooks.OnAsync(kind);
        var (hook, path) = await webhooks.HookAsync(service);
        var (own, _) = await webhooks.HookAsync(service);
        var message = await hook.PingAsync();
        await hook.UntilDeliveredAsync(message);
        var stranger = hook with { Client = own.Client };

        HttpResponseMessage[] answers =
        [
            await stranger.Client.GetAsync(hook.Path),
            await stranger.Client.GetAsync($"{hook.Path}/deliveries"),
            await stranger.PatchAsync("""{"url": "https://platform.example/stolen"}"""),
            await stranger.PostAsync("rotate-secret"),
            await stranger.PostAsync("ping"),
            await stranger.PostAsync("replay", """{"since": "2026-01-01"}"""),
            await stranger.PostAsync($"deliveries/{message}/replay"),
            await own.PostAsync($"deliveries/{message}/replay"),
            await stranger.Client.DeleteAsync(hook.Path),
        ];

        foreach (var answer in answers)
        {
            Assert.Equal((HttpStatusCode.NotFound, "PC-R010"), (answer.StatusCode, (await Problem.ReadAsync(answer)).Code));
            answer.Dispose();
        }

        Assert.DoesNotContain(hook.Id, await own.Client.GetStringAsync("/api/v1/webhooks"), StringComparison.Ordinal);
        Assert.Single(webhooks.Receiver.At(path));
    }

    [Fact]
    public async Task A_key_without_the_scope_makes_no_webhook()
    {
        var service = await webhooks.OnAsync(Database.Sqlite);

        using var refused = await service.Powerless.PostAsync("/api/v1/webhooks", Samples.Json("""{"url": "https://platform.example/hooks"}"""));

        Assert.Equal((HttpStatusCode.Forbidden, "error=\"insufficient_scope\", scope=\"webhooks:manage\""), (refused.StatusCode, refused.Headers.WwwAuthenticate.Single().Parameter));
    }

    private static WebhookDeliveryRow Message(Hook hook) => new()
    {
        Id = RandomId.New(), WebhookId = hook.Id, Event = "webhook.ping", Body = "{}"u8.ToArray(),
        State = WebhookDeliveryState.Pending, CreatedAt = DateTimeOffset.UnixEpoch, NextAttemptAt = DateTimeOffset.UnixEpoch,
    };
}
