using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Promote.Credentials.Server.Jobs;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Web;
using Promote.Credentials.Server.Webhooks;

namespace Promote.Credentials.Server.Tests.Webhooks;

/// <summary>A receiver and, on each database, a running service that may send to it. Messages are pings, for nothing is awarded here.</summary>
public sealed class WebhooksOnBoth : IAsyncLifetime
{
    private readonly Dictionary<Database, RunningService> running = [];

    internal Receiver Receiver { get; private set; } = null!;

    public async Task InitializeAsync() => Receiver = await Receiver.StartAsync();

    public async Task DisposeAsync()
    {
        foreach (var service in running.Values)
        {
            await service.DisposeAsync();
        }

        await Receiver.DisposeAsync();
    }

    internal async Task<RunningService> OnAsync(Database kind)
    {
        if (!running.TryGetValue(kind, out var service))
        {
            service = new Opened(kind, Receiver.Host);
            await service.InitializeAsync();
            running.Add(kind, service);
        }

        return service;
    }

    /// <summary>A client of an issuer that has no webhook yet.</summary>
    internal static async Task<HttpClient> NewIssuerAsync(RunningService service)
    {
        var slug = "cove-" + RandomId.New().ToLowerInvariant().Replace('_', '0').Replace('-', '0');
        using var answer = await service.Operator.PostAsync("/api/v1/issuers", Samples.Json(Samples.IssuerJson(slug)));
        var created = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        return service.ClientWith(created.GetProperty("key").GetString()!);
    }

    /// <summary>A new webhook of a new issuer, at a path of the receiver that no other test has.</summary>
    internal async Task<(Hook Hook, string Path)> HookAsync(RunningService service)
    {
        var path = RandomId.New();
        return (await Hook.CreateAsync(await NewIssuerAsync(service), Receiver.Url(path)), path);
    }

    /// <summary>Lets the waits of a webhook be over and sends what waits, instead of waiting for hours.</summary>
    internal static async Task SendDueAsync(RunningService service, Hook hook)
    {
        await service.Database.ExecuteAsync($"UPDATE webhook_deliveries SET next_attempt_at = created_at WHERE webhook_id = '{hook.Id}' AND state = 'pending'");
        await service.Database.ExecuteAsync($"UPDATE webhooks SET rests_until = NULL WHERE id = '{hook.Id}'");
        await SendAsync(service, hook);
    }

    /// <summary>Runs the job that sends. Over when no run of it, this one or another that was under way, has its hands on these webhooks.</summary>
    internal static async Task SendAsync(RunningService service, params Hook[] hooks)
    {
        await service.Services.GetRequiredService<RunJob>().RunAsync(nameof(SendWebhooks), "", CancellationToken.None);
        await using var db = service.Database.Open();
        var ids = hooks.Select(hook => hook.Id).ToList();
        var started = Stopwatch.GetTimestamp();
        while (await IsAtWorkAsync(db, ids))
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(30), "Something is still being sent.");
            await Task.Delay(20);
        }
    }

    private static Task<bool> IsAtWorkAsync(CredentialsDb db, List<string> ids)
    {
        var now = TimeProvider.System.GetUtcNow();
        return db.Webhooks.AnyAsync(row => ids.Contains(row.Id) && row.TurnUntil > now);
    }

    private sealed class Opened(Database kind, string host) : RunningService
    {
        protected override Database Kind => kind;

        protected override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string> { ["Promote:Outbound:AllowedHosts:0"] = host };
    }
}
