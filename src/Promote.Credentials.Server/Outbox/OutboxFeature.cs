using Promote.Credentials.Server.Jobs;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Outbox;

/// <summary>What happens after a commit, because of it.</summary>
internal static class OutboxFeature
{
    // What a crash left; everything else is done as soon as it is committed.
    private static readonly TimeSpan Scan = TimeSpan.FromSeconds(30);

    public static IServiceCollection AddOutbox(this IServiceCollection services) => services
        .AddRecurringJob<ProcessOutbox>(Scan)
        .WakeJob<ProcessOutbox, OutboxRow>(row => row is { DoneAt: null, Attempts: 0 });
}
