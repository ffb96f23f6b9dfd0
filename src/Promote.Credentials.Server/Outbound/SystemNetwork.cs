using System.Net;
using System.Net.Sockets;

namespace Promote.Credentials.Server.Outbound;

/// <summary>The resolver and the sockets of this machine.</summary>
internal sealed class SystemNetwork : INetwork, IDisposable
{
    // A lookup holds a thread until the resolver gives up. Strangers choose the names: let them not have all threads.
    private readonly SemaphoreSlim lookups = new(16);

    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        await lookups.WaitAsync(cancellationToken);
        return await LookUpAsync(host).WaitAsync(cancellationToken);
    }

    public async Task<Stream> ConnectAsync(IPEndPoint address, CancellationToken cancellationToken)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public void Dispose() => lookups.Dispose();

    // Without a token on purpose: it would end the waiting and not the lookup.
    private async Task<IReadOnlyList<IPAddress>> LookUpAsync(string host)
    {
        try
        {
            return await Dns.GetHostAddressesAsync(host, CancellationToken.None);
        }
        finally
        {
            lookups.Release();
        }
    }
}
