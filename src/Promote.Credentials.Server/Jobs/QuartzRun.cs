#if !USE_HANGFIRE
using Quartz;

namespace Promote.Credentials.Server.Jobs;

/// <summary>What Quartz.NET keeps and starts: a job's name and an id. The name of this class is in the database, too.</summary>
internal sealed class QuartzRun(RunJob run) : Quartz.IJob
{
    public const string Name = "job";
    public const string Id = "id";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await run.RunAsync(Text(context, Name), Text(context, Id), cancellationToken);

    private static string Text(IJobExecutionContext context, string key) => context.MergedJobDataMap[key] as string ?? "";
}
#endif
