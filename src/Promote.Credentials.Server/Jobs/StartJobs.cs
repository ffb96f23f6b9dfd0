namespace Promote.Credentials.Server.Jobs;

/// <summary>Prepares the engine after the migrations and tells it what recurs. It starts with the first request that this node takes.</summary>
internal sealed class StartJobs(IJobs jobs, IEnumerable<RecurringJob> recurring) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await jobs.PrepareAsync(cancellationToken);
        foreach (var job in recurring)
        {
            await jobs.RepeatAsync(job, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
