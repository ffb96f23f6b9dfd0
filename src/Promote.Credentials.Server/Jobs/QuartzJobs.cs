#if !USE_HANGFIRE
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Quartz;

namespace Promote.Credentials.Server.Jobs;

/// <summary>The jobs on Quartz.NET.</summary>
internal sealed class QuartzJobs(ISchedulerFactory schedulers, DatabaseSettings database) : IJobs
{
    private const string Recurring = "recurring";

    private IScheduler? scheduler;

    public bool Running => scheduler?.Status == SchedulerStatus.Running;

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (!database.IsPostgres)
        {
            scheduler = await schedulers.GetScheduler(cancellationToken);
            return;
        }

        await using var alone = await TablesLock.TakeAsync(database, cancellationToken);
        scheduler = await schedulers.GetScheduler(cancellationToken);
    }

    public async Task EnqueueAsync<TJob>(string id, CancellationToken cancellationToken)
        where TJob : IJob
    {
        var job = Describe(JobList.NameOf(typeof(TJob)), id).WithIdentity(RandomId.New(), JobList.NameOf(typeof(TJob))).RequestRecovery(true).Build();
        await scheduler!.ScheduleJob(job, TriggerBuilder.Create().StartNow().Build(), cancellationToken: cancellationToken);
    }

    public async Task RepeatAsync(RecurringJob job, CancellationToken cancellationToken)
    {
        var detail = Describe(job.Name, "").WithIdentity(job.Name, Recurring).DisallowConcurrentExecution(true).Build();
        var trigger = TriggerBuilder.Create().WithIdentity(job.Name, Recurring)
            .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(job.Interval).RepeatForever()).StartNow().Build();
        await scheduler!.ScheduleJob(detail, [trigger], ScheduleJobOptions.Replacing, cancellationToken);
    }

    private static JobBuilder<QuartzRun> Describe(string name, string id) =>
        JobBuilder.Create<QuartzRun>().UsingJobData(QuartzRun.Name, name).UsingJobData(QuartzRun.Id, id);
}
#endif
