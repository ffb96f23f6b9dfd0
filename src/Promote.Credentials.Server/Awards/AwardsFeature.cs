namespace Promote.Credentials.Server.Awards;

/// <summary>Awards, and what becomes of them.</summary>
internal static class AwardsFeature
{
    public static IServiceCollection AddAwards(this IServiceCollection services) => services.AddScoped<AwardByClient>();
}
