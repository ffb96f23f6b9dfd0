using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Esco.Importing;

/// <summary>Lets a new installation find something in ESCO from its first seconds on. The start does not wait for it.</summary>
internal sealed class SampleAtStart(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, ILogger<SampleAtStart> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartedAsync(stoppingToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<EscoSample>().ImportAsync(stoppingToken);
        }
        catch (Exception exception) when (StorageUnavailable.IsCauseOf(exception))
        {
            // A service without it does everything else.
            Log.EscoSampleMissing(log, exception);
        }
    }

    private async Task StartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var start = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await using var stop = stoppingToken.Register(() => started.TrySetCanceled(stoppingToken));
        await started.Task;
    }
}
