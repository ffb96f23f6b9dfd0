using Promote.Credentials.Server.Jobs;
using Promote.Credentials.Server.Outbox;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Pathways;

/// <summary>Achievements composed into larger ones.</summary>
internal static class PathwaysFeature
{
    public static IServiceCollection AddPathways(this IServiceCollection services) => services
        .AddScoped<PathwayNetwork>().AddScoped<PathwayCheck>().AddScoped<PathwayLife>().AddScoped<LearnersProgress>().AddScoped<CompletedPathways>().AddScoped<PartsOfPathway>()
        .AddScoped<IOutboxHandler, FindCompletions>()
        .AddHostedService<AwardCompleted>()
        .AddRecurringJob<AwardCompleted>(AwardCompleted.Interval)
        .WakeJob<AwardCompleted, PathwayCompletionRow>(row => row.AwardId is null);
}
