#if USE_HANGFIRE
using Hangfire;
using Hangfire.PostgreSql;
using Promote.Credentials.Server.Settings;

namespace Promote.Credentials.Server.Jobs;

/// <summary>Hangfire: its tables in PostgreSQL share the work among the nodes; beside SQLite, which has one node, it keeps nothing. There is no dashboard.</summary>
internal static class HangfireEngine
{
    private const int Threads = 4;

    // Work of a node that is silent for so long is taken over; a job that runs longer keeps extending it.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    public static IServiceCollection AddHangfireJobs(this IServiceCollection services, DatabaseSettings database)
    {
        services.AddSingleton<IJobs, HangfireJobs>();
        services.AddScoped<HangfireRun>();
        services.AddHangfire(hangfire =>
        {
            hangfire.SetDataCompatibilityLevel(CompatibilityLevel.Version_180).UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            if (database.IsPostgres)
            {
                hangfire.UsePostgreSqlStorage(storage => storage.UseNpgsqlConnection(database.ConnectionString), Storage());
            }
            else
            {
                hangfire.UseInMemoryStorage();
            }
        });
        return services.AddHangfireServer(server =>
        {
            server.WorkerCount = Threads;
            server.StopTimeout = TimeSpan.FromSeconds(25);
            server.CancellationCheckInterval = TimeSpan.FromSeconds(1);
        });
    }

    // The defaults would run a job of more than half an hour twice, start without a database, and look for work each 15 seconds.
    private static PostgreSqlStorageOptions Storage() => new()
    {
        InvisibilityTimeout = Silence,
        UseSlidingInvisibilityTimeout = true,
        AllowDegradedModeWithoutStorage = false,
        QueuePollInterval = TimeSpan.FromSeconds(1),
    };
}
#endif
