using Microsoft.Extensions.DependencyInjection.Extensions;
using Promote.Credentials.Formats;
using Promote.Credentials.Server.Issuing.Keys;
using Promote.Credentials.Server.Issuing.Seals;
using Promote.Credentials.Server.Issuing.Status;
using Promote.Credentials.Server.Jobs;
using Promote.Credentials.Server.Settings;

namespace Promote.Credentials.Server.Issuing;

/// <summary>The issuing act and what it needs.</summary>
internal static class IssuingFeature
{
    private const string FailpointVariable = "PROMOTE_FAILPOINT";

    public static IServiceCollection AddIssuing(this IServiceCollection services, PromoteSettings settings, IHostEnvironment environment)
    {
        Failpoint.Arm(environment, Environment.GetEnvironmentVariable(FailpointVariable));
        var urls = new PublicUrls(settings.PublicBaseUrl!);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(urls);
        services.AddSingleton(new IssuerIdentities(settings, urls));
        var signingKeys = new SigningKeys(settings, environment);
        services.AddSingleton(signingKeys);
        services.AddSingleton(new IssuerSeals(signingKeys));
        services.AddSingleton(TrustAnchors.Of(settings.Seal, environment));
        services.AddSingleton(new TimeStampClient(settings.Seal));
        services.AddSingleton<Catalogue>();
        services.AddSingleton<StatusIndexes>();
        services.AddSingleton(provider => new PublishedVersions(settings.StatusVersionFile, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<RollbackGuard>();
        services.AddSingleton<SignedStatusLists>();
        services.AddScoped<AwardLife>();
        services.AddScoped<StatusRecovery>();
        services.AddScoped<IssuerKeyLife>();
        services.AddSingleton<StampSeals>();
        services.AddSingleton<SealForAward>();
        services.AddScoped<FinishIntent>();
        services.AddScoped<WithdrawIntent>();
        services.AddSingleton<PlatformPolicy>();
        services.AddScoped<PlatformLife>();
        services.AddScoped<DecideAward>();
        services.AddScoped<PlanForms>();
        services.AddScoped<IssueCredential>();
        services.AddHostedService<AdoptKeysAtStart>();
        services.AddHostedService<StatusListsAtStart>();
        services.AddHostedService<FinishIntents>();
        services.AddRecurringJob<FinishIntents>(FinishIntents.Interval);
        services.AddRecurringJob<GiveUpIntents>(GiveUpIntents.Interval);
        services.AddRecurringJob<ExpireAwards>(ExpireAwards.Interval);
        services.AddHealthChecks().AddCheck<SigningKeysReady>("key").AddCheck<StatusListsReady>("status");
        return services;
    }
}
