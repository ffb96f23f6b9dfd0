using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Promote.Credentials.Server.Jobs;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Web;
using Promote.Credentials.Server.Webhooks;

namespace Promote.Credentials.Server.Tests.Webhooks;

/// <summary>What becomes of messages that a receiver takes, and of those that it does not take.</summary>
public sealed class SendWebhooksTests(WebhooksOnBoth webhooks) : IClassFixture<WebhooksOnBoth>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_message_that_failed_is_sent_again_with_the_same_id_and_bytes(Database kind)
    {
        var service = await webhooks.OnAsync(kind);
        var (hook, path) = await webhooks.HookAsync(service);
        Answer(path, 500, 204);
        var id = await hook.PingAsync();
        var failed = await hook.UntilFailedAsync(id);
        Assert.Equal(("pending", 1, 500), (failed.GetProperty("state").GetString(), failed.GetProperty("attempts").GetInt32(), failed.GetProperty("lastStatus").GetInt32()));
        Assert.True((await hook.ReadAsync()).TryGetProperty("failingSince", out _));

        await WebhooksOnBoth.SendDueAsync(service, hook);

        var delivered = await hook.UntilDeliveredAsync(id);
        Assert.Equal((2, 204), (delivered.GetProperty("attempts").GetInt32(), delivered.GetProperty("lastStatus").GetInt32()));
        Assert.False(delivered.TryGetProperty("nextAttemptAt", out _));
        Assert.False((await hook.ReadAsync()).TryGetProperty("failingSince", out _));
        var tries = webhooks.Receiver.At(path);
        Assert.Equal((2, id), (tries.Count, Assert.Single(tries.Select(one => one.Id).Distinct())));
        Assert.Equal(tries[0].Body, tries[1].Body);
        Assert.All(tries, one => Assert.Equal(Hook.Sign(hook.Secret, one), one.Signature));
        Assert.Equal(("webhook.ping", hook.Id), (tries[0].Type, tries[0].Data.GetProperty("webhook").GetString()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_message_is_replayed_under_its_own_id(Database kind)
    {
        var service = await webhooks.OnAsync(kind);
        var (hook, path) = await webhooks.HookAsync(service);
        var id = await hook.PingAsync();
        await hook.UntilDeliveredAsync(id);

        using var replayed = await hook.PostAsync($"deliveries/{id}/replay");

        Assert.Equal(HttpStatusCode.Accepted, replayed.StatusCode);
        Assert.Equal("pending", (await replayed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("state").GetString());
        var tries = await webhooks.Receiver.UntilAsync(path, 2);
        Assert.Equal((tries[0].Id, Convert.ToHexString(tries[0].Body)), (tries[1].Id, Convert.ToHexString(tries[1].Body)));
        Assert.Single(await hook.DeliveriesAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Everything_since_an_instant_is_replayed_a_thousand_messages_at_a_time(Database kind)
    {
        var service = await webhooks.OnAsync(kind);
        var (hook, path) = await webhooks.HookAsync(service);

        // Whole seconds, and not so old that it is pruned meanwhile.
        var since = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().AddDays(-1).ToUnixTimeSeconds());
        await using (var db = service.Database.Open())
        {
            db.WebhookDeliveries.AddRange(Enumerable.Range(-5, 1010).Select(i => Old(hook, since.AddSeconds(i))));
            await db.SaveChangesAsync();
        }

        // One that fails lets the others wait, so that the test need not take a thousand.
        Answer(path, 500);
        using var answer = await hook.PostAsync("replay", JsonSerializer.Serialize(new { since }));
        var replayed = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal((1000, since.AddSeconds(1000)), (replayed.GetProperty("messages").GetInt32(), replayed.GetProperty("next").GetDateTimeOffset()));
        Assert.Equal(1000, await service.Database.CountAsync($"SELECT count(*) FROM webhook_deliveries WHERE webhook_id = '{hook.Id}' AND state = 'pending'"));
        await webhooks.Receiver.UntilAsync(path, 1);
        using var rest = await hook.PostAsync("replay", JsonSerializer.Serialize(new { since = replayed.GetProperty("next").GetDateTimeOffset() }));
        var last = await rest.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((5, false), (last.GetProperty("messages").GetInt32(), last.TryGetProperty("next", out _)));

        // What waits already is not sent again for it.
        using var again = await hook.PostAsync("replay", JsonSerializer.Serialize(new { since }));
        Assert.Equal(0, (await again.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("messages").GetInt32());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task After_a_rotation_both_secrets_sign_for_a_day(Database kind)
    {
        var service = await webhooks.OnAsync(kind);
        var (hook, path) = await webhooks.HookAsync(service);
        using var answer = await hook.PostAsync("rotate-secret");
        var rotated = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var secret = rotated.GetProperty("secret").GetString()!;
        Assert.NotEqual(hook.Secret, secret);

        await hook.UntilDeliveredAsync(await hook.PingAsync());
        var both = webhooks.Receiver.At(path)[0];
        Assert.Equal($"{Hook.Sign(secret, both)} {Hook.Sign(hook.Secret, both)}", both.Signature);
        var until = rotated.GetProperty("webhook").GetProperty("previousSecretUntil").GetDateTimeOffset();
        Assert.InRange(until - DateTimeOffset.FromUnixTimeSeconds(long.Parse(both.Timestamp, null)), TimeSpan.FromHours(23.9), TimeSpan.FromHours(24.1));

        await service.Database.ExecuteAsync($"UPDATE webhooks SET previous_secret_until = created_at WHERE id = '{hook.Id}'");
        await hook.UntilDeliveredAsync(await hook.PingAsync());
        var one = webhooks.Receiver.At(path)[1];
        Assert.Equal(Hook.Sign(secret, one), one.Signature);

        await service.Services.GetRequiredService<RunJob>().RunAsync(nameof(PruneWebhooks), "", CancellationToken.None);
        Assert.Equal(1, await service.Database.CountAsync($"SELECT count(*) FROM webhooks WHERE id = '{hook.Id}' AND previous_secret IS NULL AND previous_secret_until IS NULL"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_disabled_webhook_keeps_what_happens_and_gets_it_once_it_is_enabled(Database kind)
    {
        var service = await webhooks.OnAsync(kind);
        var (hook, path) = await webhooks.HookAsync(service);
        Answer(path, 500, 204);
        var id = await hook.PingAsync();
        await hook.UntilFailedAsync(id);
        using var off = await hook.PatchAsync("""{"enabled": false}""");
        await WebhooksOnBoth.SendDueAsync(service, hook);
        Assert.Single(webhooks.Receiver.At(path));
        foreach (var operation in (string[])["ping", $"deliveries/{id}/replay"])
        {
            using var refused = await hook.PostAsync(operation);
            Assert.Equal((HttpStatusCode.Conflict, "PC-R011"), (refused.StatusCode, (await Problem.ReadAsync(refused)).Code));
        }

        using var on = await hook.PatchAsync("""{"enabled": true}""");

        var enabled = await on.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(enabled.GetProperty("enabled").GetBoolean());
        Assert.False(enabled.TryGetProperty("failingSince", out _) || enabled.TryGetProperty("disabledAt", out _) || enabled.TryGetProperty("disabledBecause", out _));
        Assert.Equal(1, (await hook.UntilDeliveredAsync(id)).GetProperty("attempts").GetInt32());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_slow_receiver_holds_up_no_other_and_gets_one_message_at_a_time(Database kind)
    {
        var service = await webhooks.OnAsync(kind);
        var (slow, slowPath) = await webhooks.HookAsync(service);
        var (quick, _) = await webhooks.HookAsync(service);
        var (open, atOnce, most) = (new TaskCompletionSource(), 0, 0);
        webhooks.Receiver.Answers[slowPath] = async context =>
        {
            most = Math.Max(most, Interlocked.Increment(ref atOnce));
            await open.Task;
            Interlocked.Decrement(ref atOnce);
            context.Response.StatusCode = 204;
        };
        var waiting = new List<string> { await slow.PingAsync(), await slow.PingAsync(), await slow.PingAsync() };
        await webhooks.Receiver.UntilAsync(slowPath, 1);

        await quick.UntilDeliveredAsync(await quick.PingAsync());

        Assert.Single(webhooks.Receiver.At(slowPath));
        open.SetResult();
        foreach (var id in waiting)
        {
            await slow.UntilDeliveredAsync(id);
        }

        Assert.Equal((1, 3), (most, webhooks.Receiver.At(slowPath).Count));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Many_who_send_at_once_send_each_message_once(Database kind)
    {
        var service = await webhooks.OnAsync(kind);
        var hooks = new List<(Hook Hook, string Path)> { await webhooks.HookAsync(service), await webhooks.HookAsync(service), await webhooks.HookAsync(service) };
        await using (var db = service.Database.Open())
        {
            db.WebhookDeliveries.AddRange(hooks.SelectMany(one => Enumerable.Range(0, 15).Select(_ => Waiting(one.Hook))));
            await db.SaveChangesAsync();
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => WebhooksOnBoth.SendAsync(service)));

        foreach (var (hook, path) in hooks)
        {
            await webhooks.Receiver.UntilAsync(path, 15);
            await WebhooksOnBoth.SendAsync(service, hook);
            Assert.Equal((15, 15), (webhooks.Receiver.At(path).Count, webhooks.Receiver.At(path).Select(message => message.Id).Distinct().Count()));
            Assert.All(await hook.DeliveriesAsync(), one => Assert.Equal(("delivered", 1), (one.GetProperty("state").GetString(), one.GetProperty("attempts").GetInt32())));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Messages_are_listed_newest_first_and_forgotten_after_thirty_days(Database kind)
    {
        var service = await webhooks.OnAsync(kind);
        var (hook, _) = await webhooks.HookAsync(service);
        var ids = new List<string> { await hook.PingAsync(), await hook.PingAsync(), await hook.PingAsync() };
        foreach (var id in ids)
        {
            await hook.UntilDeliveredAsync(id);
        }

        var page = await hook.Client.GetFromJsonAsync<JsonElement>($"{hook.Path}/deliveries?limit=2");
        var rest = await hook.Client.GetFromJsonAsync<JsonElement>($"{hook.Path}/deliveries?limit=2&cursor={page.GetProperty("next").GetString()}");
        var times = page.GetProperty("items").EnumerateArray().Concat(rest.GetProperty("items").EnumerateArray()).Select(one => one.GetProperty("createdAt").GetDateTimeOffset()).ToList();
        Assert.Equal(3, times.Count);
        Assert.Equal(times.OrderDescending(), times);

        var (month, day) = kind == Database.Sqlite ? ("created_at - 2592001000", "created_at - 86400000") : ("created_at - interval '2592001 seconds'", "created_at - interval '1 day'");
        await service.Database.ExecuteAsync($"UPDATE webhook_deliveries SET created_at = {month} WHERE id = '{ids[0]}'");
        await service.Database.ExecuteAsync($"UPDATE webhook_deliveries SET created_at = {day} WHERE id = '{ids[1]}'");
        await service.Services.GetRequiredService<RunJob>().RunAsync(nameof(PruneWebhooks), "", CancellationToken.None);
        Assert.Equal([ids[2], ids[1]], (await hook.DeliveriesAsync()).Select(one => one.GetProperty("id").GetString()));
    }

    // The last of these goes on.
    private void Answer(string path, params int[] statuses)
    {
        var at = -1;
        webhooks.Receiver.Answers[path] = context => Receiver.StatusAsync(context, statuses[Math.Min(Interlocked.Increment(ref at), statuses.Length - 1)]);
    }

    private static WebhookDeliveryRow Old(Hook hook, DateTimeOffset at) => Message(hook, at, WebhookDeliveryState.Delivered, null);

    private static WebhookDeliveryRow Waiting(Hook hook) => Message(hook, DateTimeOffset.UnixEpoch, WebhookDeliveryState.Pending, DateTimeOffset.UnixEpoch);

    private static WebhookDeliveryRow Message(Hook hook, DateTimeOffset at, WebhookDeliveryState state, DateTimeOffset? next) => new()
    {
        Id = RandomId.New(), WebhookId = hook.Id, Event = "webhook.ping", Body = "{}"u8.ToArray(), State = state, CreatedAt = at, NextAttemptAt = next,
    };
}
