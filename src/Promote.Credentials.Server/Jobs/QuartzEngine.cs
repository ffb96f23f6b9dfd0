#if !USE_HANGFIRE
using Promote.Credentials.Server.Settings;
using Quartz;

namespace Promote.Credentials.Server.Jobs;

/// <summary>Quartz.NET: its tables in PostgreSQL share the work among the nodes; beside SQLite, which has one node, it keeps nothing.</summary>
internal static class QuartzEngine
{
    // Jobs wait for the database and for mail servers, seldom for the processor.
    private const int Threads = 4;

    // A node that did not check in for twice this long is taken for dead and its jobs are run elsewhere.
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddQuartzJobs(this IServiceCollection services, DatabaseSettings database, bool works)
    {
        services.AddSingleton<IJobs, QuartzJobs>();
        services.AddQuartz(quartz =>
        {
            quartz.UseDefaultThreadPool(Threads);
            if (database.IsPostgres)
            {
                quartz.UsePersistentStore(store => Share(store, database.ConnectionString));
            }
        });

        // A scheduler that is not started takes jobs, and runs none.
        return works ? services.AddQuartzHostedService<QuartzLifetime>(host => (host.WaitForJobsToComplete, host.AwaitApplicationStarted) = (true, true)) : services;
    }

    private static void Share(IPersistentStoreBuilder store, string connectionString)
    {
        store.UsePostgres(connectionString);
        store.UseSystemTextJsonSerializer(_ => { });
        store.ProvisionSchema();
        store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (CheckIn, CheckIn));
        store.ConfigureStore(options => (options.StoreJobDataAsStrings, options.RecoverFiringsCancelledByShutdown) = (true, true));
    }
}
#endif
