using Promote.Credentials.Server.Settings;

namespace Promote.Credentials.Server.Outbound;

/// <summary>The hosts that the operator opened, with their ports. They may be anywhere; their certificates are checked like all others.</summary>
internal sealed class AllowedHosts(OutboundSettings settings, Uri? publicBaseUrl = null)
{
    private readonly HashSet<AllowedHost> hosts = [.. settings.AllowedHosts.Select(Read), .. OwnOnTrial(publicBaseUrl)];

    /// <summary>Whether an address was opened.</summary>
    public bool Contains(string scheme, string host, int port) => hosts.Contains(new AllowedHost(scheme, host, port));

    /// <summary>Whether a host was opened on this port, with TLS or without.</summary>
    public bool Contains(string host, int port) => Contains(Uri.UriSchemeHttps, host, port) || Contains(Uri.UriSchemeHttp, host, port);

    // The own address has no TLS only on a machine where the service is tried: there it may read what it publishes itself.
    private static IEnumerable<AllowedHost> OwnOnTrial(Uri? url) =>
        url is { IsLoopback: true } && url.Scheme == Uri.UriSchemeHttp ? [new AllowedHost(url.Scheme, url.IdnHost, url.Port)] : [];

    private static AllowedHost Read(string entry) =>
        AllowedHost.TryRead(entry, out var host) ? host : throw new SettingsException("Promote__Outbound__AllowedHosts has an entry that is not a host.");
}
