namespace Promote.Credentials.Server.Network;

/// <summary>What issuers that accredit one another share.</summary>
internal static class NetworkFeature
{
    public static IServiceCollection AddNetwork(this IServiceCollection services) =>
        services.AddScoped<IssuerNetwork>().AddScoped<HeldAwards>().AddScoped<Prerequisites>();
}
