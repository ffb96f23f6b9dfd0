using Promote.Credentials.Server.Issuing.Seals;
using Promote.Credentials.Server.Languages;
using Promote.Credentials.Server.Public.Certificates;
using Promote.Credentials.Server.Public.Downloads;
using Promote.Credentials.Server.Public.Holder;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Public.Verifying;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Verification;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Server.Public;

/// <summary>What anybody may see: pages for people, documents for verifiers.</summary>
internal static class PublicFeature
{
    public static IServiceCollection AddPublic(this IServiceCollection services)
    {
        if (!Icu.IsUsed())
        {
            throw new SettingsException("Pages and dates in ten languages need ICU: install libicu, and leave DOTNET_SYSTEM_GLOBALIZATION_INVARIANT unset or false.");
        }

        services.AddScoped<PageLanguage>();
        services.AddScoped<PublishedAchievements>();
        services.AddScoped<PublishedIssuers>();
        services.AddScoped<IDidResolver, OwnDids>();
        services.AddScoped<OwnPlatformRecords>();
        services.AddScoped<IOwnRecords, OwnRecords>();
        services.AddScoped<ShownBadge>();
        services.AddScoped<HolderSheets>();
        services.AddScoped<VerificationLinks>();
        services.AddScoped<VerificationSheets>();
        services.AddScoped<HolderOfCredential>();
        services.AddScoped<CredentialDownload>();
        services.AddScoped<AwardCertificate>();
        services.AddScoped<CertificateFile>();
        services.AddScoped(provider => new Verifier(
            provider.GetRequiredService<IDidResolver>(), provider.GetRequiredService<IOwnRecords>(), provider.GetRequiredService<IFetcher>(),
            provider.GetRequiredService<TrustAnchors>().All, provider.GetRequiredService<TimeProvider>()));
        services.AddScoped<VerifySubmitted>();
        services.AddSingleton<RecentReports>();
        services.AddScoped<VerifyStored>();
        services.AddScoped<StatusNotices>();
        services.AddScoped<ClaimOnOpening>();
        return services;
    }
}
