using Promote.Credentials.Server.Jobs;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Batches;

/// <summary>Many awards from one file.</summary>
internal static class BatchesFeature
{
    public static IServiceCollection AddBatches(this IServiceCollection services) => services
        .AddScoped<KeepBatch>().AddScoped<CheckLines>().AddScoped<IssueLines>()
        .AddRecurringJob<WorkOnBatches>(WorkOnBatches.Interval)
        .WakeJob<WorkOnBatches, BatchRow>(row => row.State is BatchState.Queued or BatchState.Validating or BatchState.Running);
}
