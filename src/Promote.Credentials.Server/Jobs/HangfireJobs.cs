#if USE_HANGFIRE
using System.Globalization;
using Hangfire;
using Hangfire.PostgreSql;
using Promote.Credentials.Server.Settings;

namespace Promote.Credentials.Server.Jobs;

/// <summary>The jobs on Hangfire. It runs each at least once, which the jobs expect anyway.</summary>
internal sealed class HangfireJobs(IBackgroundJobClient client, IRecurringJobManager recurring, HangfireRunning running, DatabaseSettings database) : IJobs
{
    // Six fields begin with seconds.
    private static readonly (TimeSpan Unit, TimeSpan Whole, string Form)[] Forms =
    [
        (TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), "*/{0} * * * * *"),
        (TimeSpan.FromMinutes(1), TimeSpan.FromHours(1), "*/{0} * * * *"),
        (TimeSpan.FromHours(1), TimeSpan.FromDays(1), "0 */{0} * * *"),
    ];

    // Hangfire waits a quarter of a minute for a lock, and that of a dead node is free after half a minute.
    private const int MaxTries = 4;

    public bool Running => running.Now;

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (database.IsPostgres)
        {
            await using var alone = await TablesLock.TakeAsync(database, cancellationToken);
            PostgreSqlObjectsInstaller.Install(alone);
        }
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
        for (var tries = 1; ; tries++)
        {
            try
            {
                recurring.AddOrUpdate<HangfireRun>(job.Name, run => run.ExecuteAsync(job.Name, "", CancellationToken.None), Cron(job.Interval));

                // What a crash left is not left until the next full minute.
                recurring.Trigger(job.Name);
                return Task.CompletedTask;
            }
            catch (PostgreSqlDistributedLockException) when (tries < MaxTries)
            {
                // A node that was killed meanwhile holds it still.
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>An interval as a cron expression, which begins anew with each minute, hour and day: it has to divide one of them.</summary>
    internal static string Cron(TimeSpan interval)
    {
        foreach (var (unit, whole, form) in Forms)
        {
            if (interval >= unit && interval < whole && interval.Ticks % unit.Ticks == 0 && whole.Ticks % interval.Ticks == 0)
            {
                return string.Format(CultureInfo.InvariantCulture, form, interval / unit);
            }
        }

        throw new ArgumentOutOfRangeException(nameof(interval), interval, "Cron cannot say this interval.");
    }
}
#endif
