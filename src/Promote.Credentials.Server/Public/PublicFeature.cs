using Microsoft.AspNetCore.Mvc.RazorPages;
using Promote.Credentials.Verification;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Server.Public;

/// <summary>What anybody may see: pages for people, documents for verifiers.</summary>
internal static class PublicFeature
{
    public static IServiceCollection AddPublic(this IServiceCollection services)
    {
        services.Configure<RazorPagesOptions>(pages => pages.RootDirectory = "/Public/Pages");
        services.AddScoped<PublishedAchievements>();
        services.AddScoped<PublishedIssuers>();
        services.AddScoped<IDidResolver, OwnDids>();
        services.AddScoped<IOwnRecords, OwnRecords>();
        services.AddScoped<Verifier>();
        services.AddScoped<VerifyStored>();
        return services;
    }
}
