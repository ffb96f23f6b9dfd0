using Microsoft.Extensions.DependencyInjection.Extensions;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Server.Outbound;

/// <summary>Fetching and sending where others choose the address.</summary>
internal static class OutboundFeature
{
    public static IServiceCollection AddOutbound(this IServiceCollection services, PromoteSettings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<INetwork, SystemNetwork>();
        services.TryAddSingleton(new OutboundLimits());
        services.TryAddSingleton(new OutboundTrust());
        services.AddSingleton(new AllowedHosts(settings.Outbound, settings.PublicBaseUrl));
        services.AddSingleton<UrlRules>();
        services.AddSingleton<CheckedConnection>();
        services.AddSingleton<OutboundHttp>();
        services.AddSingleton<Exchange>();
        services.AddSingleton<ReplyCache>();
        services.AddSingleton<KnownReplies>();
        services.AddSingleton<IFetcher, Fetcher>();
        services.AddSingleton<Poster>();
        return services;
    }
}
