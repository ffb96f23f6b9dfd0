namespace Promote.Credentials.Server.Sharing;

/// <summary>Links with which a holder shows an award to somebody, with as much of themselves as they choose.</summary>
internal static class SharingFeature
{
    public static IServiceCollection AddSharing(this IServiceCollection services)
    {
        services.AddScoped<ShareLinks>();
        services.AddScoped<RecordedNames>();
        services.AddSingleton<OwnPages>();
        return services;
    }
}
