#if USE_HANGFIRE
using System.Globalization;
using Hangfire;

namespace Promote.Credentials.Server.Jobs;

/// <summary>The jobs on Hangfire. It runs each at least once, which the jobs expect anyway.</summary>
internal sealed class HangfireJobs(JobStorage storage, IBackgroundJobClient client, IRecurringJobManager recurring) : IJobs
{
    // Its servers say every 30 seconds that they are there.
    public bool Running => storage.GetMonitoringApi().Servers().Count > 0;

    // Hangfire makes its schema under a lock of its own when its storage is first asked for.
    public Task PrepareAsync(CancellationToken cancellationToken)
    {
        using var connection = storage.GetConnection();
        return Task.CompletedTask;
    }

    public Task EnqueueAsync<TJob>(string id, CancellationToken cancellationToken)
        where TJob : IJob
    {
        var name = JobList.NameOf(typeof(TJob));
        client.Enqueue<HangfireRun>(run => run.ExecuteAsync(name, id, CancellationToken.None));
        return Task.CompletedTask;
    }

    public Task RepeatAsync(RecurringJob job, CancellationToken cancellationToken)
    {
        recurring.AddOrUpdate<HangfireRun>(job.Name, run => run.ExecuteAsync(job.Name, "", CancellationToken.None), Cron(job.Interval));
        return Task.CompletedTask;
    }

    // Six fields begin with seconds.
    private static string Cron(TimeSpan interval) => interval < TimeSpan.FromMinutes(1)
        ? string.Create(CultureInfo.InvariantCulture, $"*/{(int)interval.TotalSeconds} * * * * *")
        : string.Create(CultureInfo.InvariantCulture, $"*/{(int)interval.TotalMinutes} * * * *");
}
#endif
