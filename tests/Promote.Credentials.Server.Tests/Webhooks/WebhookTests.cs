using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Jobs;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Webhooks;

/// <summary>Webhooks as their owner makes and changes them.</summary>
public sealed class WebhookTests(WebhooksOnBoth webhooks) : IClassFixture<WebhooksOnBoth>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_secret_is_shown_once_and_kept_encrypted(Database kind)
    {
        var service = await webhooks.OnAsync(kind);
        var (hook, _) = await webhooks.HookAsync(service);

        Assert.Matches("^whsec_[A-Za-z0-9+/]{43}=$", hook.Secret);
        var key = Convert.FromBase64String(hook.Secret["whsec_".Length..]);
        var stored = (byte[])(await service.Database.QueryAsync($"SELECT secret FROM webhooks WHERE id = '{hook.Id}'"))[0][0];
        Assert.True(stored.AsSpan().IndexOf(key) < 0);
        foreach (var answer in (string[])[await hook.Client.GetStringAsync("/api/v1/webhooks"), await hook.Client.GetStringAsync(hook.Path)])
        {
            Assert.Contains(hook.Id, answer, StringComparison.Ordinal);
            Assert.DoesNotContain(hook.Secret[8..], answer, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", answer, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_change_leaves_what_it_does_not_name_as_it_is(Database kind)
    {
        var service = await webhooks.OnAsync(kind);
        var (hook, path) = await webhooks.HookAsync(service);

        using var described = await hook.PatchAsync("""{"description": "For the LMS", "events": ["award.revoked", "award.issued", "award.revoked"]}""");
        var changed = await described.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(["award.issued", "award.revoked"], changed.GetProperty("events").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal((webhooks.Receiver.Url(path), "For the LMS", true), (changed.GetProperty("url").GetString(), changed.GetProperty("description").GetString(), changed.GetProperty("enabled").GetBoolean()));
        using var disabled = await hook.PatchAsync("""{"enabled": false}""");
        var off = await disabled.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((false, "asked", "For the LMS"), (off.GetProperty("enabled").GetBoolean(), off.GetProperty("disabledBecause").GetString(), off.GetProperty("description").GetString()));
        Assert.Equal(off.GetRawText(), (await hook.ReadAsync()).GetRawText());
    }

    [Theory]
    [InlineData("{}", "PC-R003", "/url")]
    [InlineData("""{"url": "platform.example/hooks"}""", "PC-R008", "/url")]
    [InlineData("""{"url": "https://platform.example/", "events": []}""", "PC-R003", "/events")]
    [InlineData("""{"url": "https://platform.example/", "events": ["award.issued", "award.eaten"]}""", "PC-R004", "/events/1")]
    [InlineData("""{"url": "https://platform.example/", "events": ["webhook.ping"]}""", "PC-R004", "/events/0")]
    [InlineData("""{"url": "https://platform.example/", "secret": "whsec_AAAA"}""", "PC-R002", "/secret")]
    [InlineData("""{"url": "https://platform.example/", "description": "a\u202eb"}""", "PC-R009", "/description")]
    public async Task A_webhook_that_could_not_work_is_refused_with_the_place_of_the_mistake(string body, string code, string pointer)
    {
        var service = await webhooks.OnAsync(Database.Sqlite);
        var client = await WebhooksOnBoth.NewIssuerAsync(service);

        using var refused = await client.PostAsync("/api/v1/webhooks", Samples.Json(body));

        var problem = await Problem.ReadAsync(refused);
        Assert.Equal((422, code, pointer), (problem.Status, problem.Code, problem.Errors!.Single().Pointer));
        Assert.Equal(0, (await client.GetFromJsonAsync<JsonElement>("/api/v1/webhooks")).GetProperty("items").GetArrayLength());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_asks_for_fifteen_at_once_gets_ten(Database kind)
    {
        var service = await webhooks.OnAsync(kind);
        var client = await WebhooksOnBoth.NewIssuerAsync(service);

        var statuses = await Task.WhenAll(Enumerable.Range(0, 15).Select(async _ =>
        {
            using var answer = await client.PostAsync("/api/v1/webhooks", Samples.Json("""{"url": "https://platform.example/hooks"}"""));
            return answer.StatusCode;
        }));

        Assert.Equal((10, 5), (statuses.Count(status => status == HttpStatusCode.Created), statuses.Count(status => status == HttpStatusCode.Conflict)));
        var page = await client.GetFromJsonAsync<JsonElement>("/api/v1/webhooks?limit=6");
        Assert.Equal(6, page.GetProperty("items").GetArrayLength());
        page = await client.GetFromJsonAsync<JsonElement>($"/api/v1/webhooks?limit=6&cursor={page.GetProperty("next").GetString()}");
        Assert.Equal((4, JsonValueKind.Null), (page.GetProperty("items").GetArrayLength(), page.GetProperty("next").ValueKind));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_deleted_webhook_takes_its_messages_along(Database kind)
    {
        var service = await webhooks.OnAsync(kind);
        var (hook, path) = await webhooks.HookAsync(service);
        await hook.UntilDeliveredAsync(await hook.PingAsync());

        using var deleted = await hook.Client.DeleteAsync(hook.Path);
        using var again = await hook.Client.DeleteAsync(hook.Path);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (deleted.StatusCode, again.StatusCode));
        Assert.Equal(0, await service.Database.CountAsync($"SELECT count(*) FROM webhook_deliveries WHERE webhook_id = '{hook.Id}'"));
        Assert.Single(webhooks.Receiver.At(path));
    }

    // Both are held up at the webhook, whoever deletes it first: whoever keeps the answer must not have the message by then.
    [Theory, OnPostgres]
    public async Task A_webhook_is_deleted_while_the_answer_of_its_receiver_is_kept(Database kind)
    {
        var service = await webhooks.OnAsync(kind);
        var (hook, path) = await webhooks.HookAsync(service);
        var thinking = new TaskCompletionSource();
        webhooks.Receiver.Answers[path] = _ => thinking.Task;
        await hook.PingAsync();
        await webhooks.Receiver.UntilAsync(path, 1);

        Task<HttpResponseMessage> deleting;
        await using (await service.Database.LockAsync($"SELECT id FROM webhooks WHERE id = '{hook.Id}' FOR UPDATE"))
        {
            deleting = hook.Client.DeleteAsync(hook.Path);
            await service.Database.UntilHeldUpAsync(1);
            thinking.SetResult();
            await service.Database.UntilHeldUpAsync(2);
        }

        using var deleted = await deleting;
        Assert.True(deleted.StatusCode == HttpStatusCode.NoContent, await deleted.Content.ReadAsStringAsync());
        await WebhooksOnBoth.SendAsync(service, hook);
        Assert.DoesNotContain(service.Log.Lines, line => line.Text.Contains(PostgresErrorCodes.DeadlockDetected, StringComparison.Ordinal));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whatever_is_done_to_a_webhook_is_in_the_audit_trail_without_its_path_and_secret(Database kind)
    {
        var service = await webhooks.OnAsync(kind);
        var (hook, path) = await webhooks.HookAsync(service);
        await hook.UntilDeliveredAsync(await hook.PingAsync());
        using var changed = await hook.PatchAsync("""{"events": ["award.issued"]}""");
        using var rotated = await hook.PostAsync("rotate-secret");
        using var replayed = await hook.PostAsync("replay", """{"since": "2026-01-01"}""");
        using var deleted = await hook.Client.DeleteAsync(hook.Path);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);

        var rows = await service.Database.QueryAsync($"SELECT action, detail, actor FROM audit WHERE subject = '{hook.Id}' ORDER BY id");

        Assert.Equal(["webhook.created", "webhook.changed", "webhook.secretRotated", "webhook.replayed", "webhook.deleted"], rows.Select(row => (string)row[0]));
        Assert.Single(rows.Select(row => row[2]).Distinct());
        var details = string.Concat(rows.Select(row => (string)row[1]));
        Assert.Contains("127.0.0.1", details, StringComparison.Ordinal);
        Assert.DoesNotContain(path, details, StringComparison.Ordinal);
        Assert.DoesNotContain("whsec", details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_gets_only_what_it_asked_for()
    {
        var service = await webhooks.OnAsync(Database.Sqlite);
        var (issuer, path) = (await WebhooksOnBoth.NewIssuerAsync(service), RandomId.New());
        var some = await Hook.CreateAsync(issuer, webhooks.Receiver.Url(path), "award.suspended", "award.revoked");
        var all = await Hook.CreateAsync(issuer, webhooks.Receiver.Url(path + "-all"));
        var things = await Things.MakeAsync(issuer);
        foreach (var operation in (string[])["suspend", "reinstate", "revoke"])
        {
            using var answer = await issuer.PostAsync($"/api/v1/awards/{things.AwardId}/{operation}", Samples.Json("""{"reason": "As agreed"}"""));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(4, (await webhooks.Receiver.UntilAsync(path + "-all", 4)).Count);
        var got = await webhooks.Receiver.UntilAsync(path, 2);
        Assert.Equal(["award.revoked", "award.suspended"], got.Select(message => message.Type).Order(StringComparer.Ordinal));
        Assert.All(got, message => Assert.Equal(Hook.Sign(some.Secret, message), message.Signature));
        Assert.NotEqual(some.Secret, all.Secret);
        Assert.DoesNotContain("As agreed", Encoding.UTF8.GetString(got[0].Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_award_that_ended_is_told_once_however_often_somebody_looks()
    {
        var service = await webhooks.OnAsync(Database.Sqlite);
        var (issuer, path) = (await WebhooksOnBoth.NewIssuerAsync(service), RandomId.New());
        await Hook.CreateAsync(issuer, webhooks.Receiver.Url(path), "award.expired");
        var things = await Things.MakeAsync(issuer);
        await service.Database.ExecuteAsync($"UPDATE awards SET valid_until = created_at WHERE id = '{things.AwardId}'");
        var run = service.Services.GetRequiredService<RunJob>();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => run.RunAsync(nameof(ExpireAwards), "", CancellationToken.None)));
        var message = Assert.Single(await webhooks.Receiver.UntilAsync(path, 1));
        await run.RunAsync(nameof(ExpireAwards), "", CancellationToken.None);
        await WebhooksOnBoth.SendAsync(service);

        Assert.Equal(("award.expired", things.AwardId), (message.Type, message.Data.GetProperty("award").GetString()));
        Assert.Single(webhooks.Receiver.At(path));
        Assert.Equal(1, await service.Database.CountAsync($"SELECT count(*) FROM outbox WHERE subject = '{things.AwardId}' AND kind = 'award.expired'"));
    }
}
