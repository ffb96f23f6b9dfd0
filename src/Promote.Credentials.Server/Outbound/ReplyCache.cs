namespace Promote.Credentials.Server.Outbound;

/// <summary>Answers that are kept in memory, up to a number of bytes and of answers; the one that was not used for longest goes first.</summary>
internal sealed class ReplyCache(OutboundLimits limits)
{
    /// <summary>What an answer costs besides its body.</summary>
    private const int Overhead = 1024;

    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, Reply Reply)>> byKey = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Key, Reply Reply)> byUse = [];
    private long bytes;

    public int Count
    {
        get
        {
            lock (gate)
            {
                return byKey.Count;
            }
        }
    }

    /// <summary>What is kept under a key, fresh or not.</summary>
    public Reply? Find(string key)
    {
        lock (gate)
        {
            if (!byKey.TryGetValue(key, out var node))
            {
                return null;
            }

            byUse.Remove(node);
            byUse.AddFirst(node);
            return node.Value.Reply;
        }
    }

    /// <summary>Keeps an answer in place of the one before it.</summary>
    public void Keep(string key, Reply reply)
    {
        lock (gate)
        {
            Remove(key);
            byKey.Add(key, byUse.AddFirst((key, reply)));
            bytes += Cost(reply);
            while (byUse.Last is { } oldest && (bytes > limits.CacheBytes || byKey.Count > limits.CacheEntries))
            {
                Remove(oldest.Value.Key);
            }
        }
    }

    public void Forget(string key)
    {
        lock (gate)
        {
            Remove(key);
        }
    }

    private void Remove(string key)
    {
        if (byKey.Remove(key, out var node))
        {
            byUse.Remove(node);
            bytes -= Cost(node.Value.Reply);
        }
    }

    private static long Cost(Reply reply) => reply.Body.Length + Overhead;
}
