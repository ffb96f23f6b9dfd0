using Promote.Credentials.Server.Batches.Changing;
using Promote.Credentials.Server.Jobs;
using Promote.Credentials.Server.Outbox;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Batches;

/// <summary>Many awards from one file.</summary>
internal static class BatchesFeature
{
    public static IServiceCollection AddBatches(this IServiceCollection services) => services
        .AddScoped<KeepBatch>().AddScoped<SameBatch>().AddScoped<FindTwice>().AddScoped<CheckLines>().AddScoped<ClaimedLines>().AddScoped<WaitForRoom>().AddScoped<IssueLines>().AddScoped<ProposeLine>().AddScoped<LinesAboutOneself>().AddScoped<AskBatch>()
        .AddScoped<KeepChange>().AddScoped<CheckChanges>().AddScoped<ChangeLines>().AddScoped<ProposeReplacements>()
        .AddSingleton<BatchLooks>().AddSingleton<WatchSeats>()
        .AddScoped<IOutboxHandler, TellStarter>().AddScoped<BatchMail>()
        .AddRecurringJob<SendBatchMails>(SendBatchMails.Interval)
        .WakeJob<SendBatchMails, BatchMailRow>(row => row is { State: DeliveryState.Pending, Attempts: 0 })
        .AddNodeJob<WorkOnBatches>(WorkOnBatches.Interval)
        .WakeJob<WorkOnBatches, BatchRow>(row => row.State is BatchState.Queued or BatchState.Validating or BatchState.Running);
}
