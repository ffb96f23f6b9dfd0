using Promote.Credentials.Server.Settings;

namespace Promote.Credentials.Server.Demo;

/// <summary>Seeds the demo before the first request and, once the service listens, says on the console what to try.</summary>
internal sealed class DemoAtStart(
    IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, PromoteSettings settings, TimeProvider time) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<SeedDemo>().RunAsync(cancellationToken) is { } demo)
        {
            var text = Welcome.For(demo, settings, time.GetUtcNow());
            lifetime.ApplicationStarted.Register(() => Console.Out.Write(text));
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
