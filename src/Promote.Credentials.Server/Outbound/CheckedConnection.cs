using System.Net;
using System.Net.Sockets;

namespace Promote.Credentials.Server.Outbound;

/// <summary>
/// Connects to hosts of the public network and to those that were opened. A name is looked up once, and the connection goes to the
/// very addresses that were checked: a second lookup could say something else (DNS rebinding).
/// </summary>
internal sealed class CheckedConnection(INetwork network, AllowedHosts allowed, OutboundLimits limits)
{
    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="RefusedAddressException">One of the addresses is not public.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        // IPv6 comes in the brackets of its URL.
        var (host, port) = (context.DnsEndPoint.Host.Trim('[', ']'), context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await network.ResolveAsync(host, cancellationToken);
        if (addresses.Any(SpecialAddresses.Contains) && !allowed.Contains(host, port))
        {
            throw new RefusedAddressException();
        }

        return await ConnectAsync([.. addresses.Take(limits.AddressesPerHost)], port, cancellationToken);
    }

    private async Task<Stream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        Exception failure = new SocketException((int)SocketError.HostNotFound);
        foreach (var address in addresses)
        {
            // An address that swallows everything, as IPv6 without a route may, leaves time for the next one.
            using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            attempt.CancelAfter(limits.Patience / addresses.Length);
            try
            {
                return await network.ConnectAsync(new IPEndPoint(address, port), attempt.Token);
            }
            catch (Exception exception) when (exception is SocketException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                failure = exception is SocketException ? exception : new SocketException((int)SocketError.TimedOut);
            }
        }

        throw failure;
    }
}
