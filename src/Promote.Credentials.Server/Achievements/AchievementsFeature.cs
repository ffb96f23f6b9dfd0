namespace Promote.Credentials.Server.Achievements;

/// <summary>What can be earned.</summary>
internal static class AchievementsFeature
{
    public static IServiceCollection AddAchievements(this IServiceCollection services) => services.AddScoped<AchievementLife>().AddScoped<AchievementCheck>();
}
