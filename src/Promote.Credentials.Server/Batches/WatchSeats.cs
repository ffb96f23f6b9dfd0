using System.Collections.Concurrent;

namespace Promote.Credentials.Server.Batches;

/// <summary>How many streams of events a client holds open at this node. A stream costs little, and a thousand of them would not.</summary>
internal sealed class WatchSeats
{
    /// <summary>Most of them for one client.</summary>
    public const int Most = 20;

    private readonly ConcurrentDictionary<string, int> taken = new(StringComparer.Ordinal);

    /// <summary>Takes one for a client; null where all are taken. Disposing of it gives it back.</summary>
    public IDisposable? Take(string client)
    {
        if (taken.AddOrUpdate(client, 1, (_, count) => count + 1) <= Most)
        {
            return new Seat(this, client);
        }

        Leave(client);
        return null;
    }

    // The last one takes the client out of the list, unless another one comes in this moment.
    private void Leave(string client)
    {
        if (taken.AddOrUpdate(client, 0, (_, count) => count - 1) == 0)
        {
            taken.TryRemove(KeyValuePair.Create(client, 0));
        }
    }

    private sealed class Seat(WatchSeats seats, string client) : IDisposable
    {
        public void Dispose() => seats.Leave(client);
    }
}
