namespace Promote.Credentials.Server.Pictures;

/// <summary>Pictures of achievements: uploaded and drawn.</summary>
internal static class PicturesFeature
{
    public static IServiceCollection AddPictures(this IServiceCollection services)
    {
        services.AddSingleton<RasterPictures>();
        services.AddScoped<StoredPictures>();
        services.AddScoped<AchievementPicture>();
        return services;
    }
}
