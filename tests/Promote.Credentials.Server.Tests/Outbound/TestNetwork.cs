using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Promote.Credentials.Server.Outbound;

namespace Promote.Credentials.Server.Tests.Outbound;

/// <summary>
/// Names as the test says, and one server behind every address: whatever is dialled reaches the stub. A check that failed would be
/// seen there.
/// </summary>
internal sealed class TestNetwork(IPEndPoint stub) : INetwork
{
    public const string PublicAddress = "93.184.215.14";

    private readonly ConcurrentDictionary<string, Queue<string>> names = [];
    private long received;

    /// <summary>Bytes that were read of all connections.</summary>
    public long Received => Interlocked.Read(ref received);

    /// <summary>Every name that was looked up.</summary>
    public ConcurrentQueue<string> LookedUp { get; } = [];

    /// <summary>Every address that was dialled.</summary>
    public ConcurrentQueue<string> Dialled { get; } = [];

    /// <summary>Addresses where nobody answers, not even with a refusal.</summary>
    public HashSet<string> Silent { get; } = [];

    /// <summary>What a name leads to: addresses with spaces between them; one text for each lookup, and the last one for all further.</summary>
    public void Name(string host, params string[] answers) => names[host] = new Queue<string>(answers);

    public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        LookedUp.Enqueue(host);
        if (!names.TryGetValue(host, out var answers))
        {
            return Task.FromException<IReadOnlyList<IPAddress>>(new SocketException((int)SocketError.HostNotFound));
        }

        lock (answers)
        {
            var answer = answers.Count > 1 ? answers.Dequeue() : answers.Peek();
            return Task.FromResult<IReadOnlyList<IPAddress>>([.. answer.Split(' ').Select(IPAddress.Parse)]);
        }
    }

    public async Task<Stream> ConnectAsync(IPEndPoint address, CancellationToken cancellationToken)
    {
        Dialled.Enqueue(address.ToString());
        if (Silent.Contains(address.Address.ToString()))
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        var socket = new Socket(stub.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(stub, cancellationToken);
        return new CountedStream(socket, this);
    }

    /// <summary>Counts what is read, with the bytes of TLS: what a server believes to have sent says little.</summary>
    private sealed class CountedStream(Socket socket, TestNetwork network) : NetworkStream(socket, ownsSocket: true)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = await base.ReadAsync(buffer, cancellationToken);
            Interlocked.Add(ref network.received, count);
            return count;
        }
    }
}
