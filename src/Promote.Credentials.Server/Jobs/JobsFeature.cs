using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Jobs;

/// <summary>Background work: Quartz.NET, or Hangfire where the program was compiled with <c>-p:UseHangfire=true</c>.</summary>
internal static class JobsFeature
{
    public static IServiceCollection AddJobs(this IServiceCollection services, DatabaseSettings database, NodeRole role)
    {
        services.AddSingleton<JobList>();
        services.AddSingleton<RunJob>();
        services.AddSingleton<Wakes>();
        services.AddSingleton<WakeAfterSave>();
        services.ConfigureDbContext<CredentialsDb>((provider, options) => options.AddInterceptors(provider.GetRequiredService<WakeAfterSave>()));
        services.AddHostedService<StartJobs>();
        services.AddHostedService(provider => provider.GetRequiredService<Wakes>());
        if (role != NodeRole.Api)
        {
            services.AddHealthChecks().AddCheck<JobsRunning>("jobs");
        }

#if USE_HANGFIRE
        return services.AddHangfireJobs(database, works: role != NodeRole.Api);
#else
        return services.AddQuartzJobs(database, works: role != NodeRole.Api);
#endif
    }

    /// <summary>Makes a class known as a job.</summary>
    public static IServiceCollection AddJob<TJob>(this IServiceCollection services)
        where TJob : class, IJob
    {
        services.TryAddScoped<TJob>();
        return services.AddSingleton(new RegisteredJob(typeof(TJob)));
    }

    /// <summary>Runs a job again and again, on one node each time.</summary>
    public static IServiceCollection AddRecurringJob<TJob>(this IServiceCollection services, TimeSpan interval)
        where TJob : class, IJob =>
        services.AddJob<TJob>().AddSingleton(new RecurringJob(JobList.NameOf(typeof(TJob)), interval));

    /// <summary>Runs a job again and again, on every node.</summary>
    public static IServiceCollection AddNodeJob<TJob>(this IServiceCollection services, TimeSpan interval)
        where TJob : class, IJob =>
        services.AddJob<TJob>().AddSingleton(new NodeJob(JobList.NameOf(typeof(TJob)), interval));

    /// <summary>Runs a job on this node right after a commit that has such a row. The recurring run catches what a crash leaves.</summary>
    public static IServiceCollection WakeJob<TJob, TRow>(this IServiceCollection services, Func<TRow, bool> waits)
        where TJob : class, IJob
        where TRow : class =>
        services.AddSingleton(new Wake(JobList.NameOf(typeof(TJob)), row => row is TRow it && waits(it)));
}
