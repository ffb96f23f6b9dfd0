#if USE_HANGFIRE
using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Hangfire.Server;
using Promote.Credentials.Server.Settings;

namespace Promote.Credentials.Server.Jobs;

/// <summary>Hangfire: its tables in PostgreSQL share the work among the nodes; beside SQLite, which has one node, it keeps nothing.</summary>
internal static class HangfireEngine
{
    private const int Threads = 4;

    // Work of a node that is silent for so long is taken over, and so are its locks; a job that runs longer keeps extending its own.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    // A job each five seconds makes seventeen thousand rows a day that nobody reads.
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    public static IServiceCollection AddHangfireJobs(this IServiceCollection services, DatabaseSettings database, bool works)
    {
        services.AddSingleton<IJobs, HangfireJobs>();
        services.AddSingleton<HangfireRunning>();
        services.AddSingleton<IBackgroundProcess>(provider => provider.GetRequiredService<HangfireRunning>());
        services.AddScoped<HangfireRun>();

        // Those that Hangfire would add are static: two services in one process would share them.
        services.AddSingleton(_ => Storage(database));
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddHangfire(hangfire =>
            hangfire.SetDataCompatibilityLevel(CompatibilityLevel.Version_180).UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings());
        return !works ? services : services.AddHangfireServer(server =>
        {
            server.WorkerCount = Threads;
            server.StopTimeout = TimeSpan.FromSeconds(25);
            server.CancellationCheckInterval = TimeSpan.FromSeconds(1);
            server.SchedulePollingInterval = TimeSpan.FromSeconds(2);
        });
    }

    private static JobStorage Storage(DatabaseSettings database)
    {
        JobStorage storage = database.IsPostgres ? Shared(database.ConnectionString) : new InMemoryStorage();
        storage.JobExpirationTimeout = Kept;
        return storage;
    }

    // The defaults would run a job of more than half an hour twice, leave the lock of a dead node for ten minutes, start without a
    // database, look for work each 15 seconds, and make their tables while the services are put together.
    private static PostgreSqlStorage Shared(string connectionString)
    {
        var options = new PostgreSqlStorageOptions
        {
            InvisibilityTimeout = Silence,
            UseSlidingInvisibilityTimeout = true,
            DistributedLockTimeout = Silence,
            AllowDegradedModeWithoutStorage = false,
            QueuePollInterval = TimeSpan.FromSeconds(1),
            PrepareSchemaIfNecessary = false,
        };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(connectionString, options), options);
    }
}
#endif
