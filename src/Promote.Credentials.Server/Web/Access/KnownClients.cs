using System.Collections.Concurrent;

namespace Promote.Credentials.Server.Web.Access;

/// <summary>
/// Keys that were found in the database a moment ago. A revocation counts at once on the node that revokes,
/// and after <see cref="Trusted"/> at the latest on every other one.
/// </summary>
internal sealed class KnownClients(TimeProvider time)
{
    public static readonly TimeSpan Trusted = TimeSpan.FromSeconds(4);

    private readonly ConcurrentDictionary<string, (Client Client, DateTimeOffset Until)> clients = new();
    private int revocations;

    /// <summary>To be read before the database and given back to <see cref="Remember"/>.</summary>
    public int State => Volatile.Read(ref revocations);

    public Client? Find(byte[] hash) => clients.TryGetValue(Convert.ToHexString(hash), out var known) && IsNear(known.Until) ? known.Client : null;

    /// <summary>The id of a key that was right when it came last. Enough to count requests by, not to grant one.</summary>
    public string? LastKnownId(byte[] hash) => clients.TryGetValue(Convert.ToHexString(hash), out var known) ? known.Client.KeyId : null;

    /// <summary>Keeps a client, unless a key was revoked since <paramref name="state"/>: it might have been this one.</summary>
    public void Remember(byte[] hash, Client client, DateTimeOffset? expiresAt, int state)
    {
        var until = time.GetUtcNow() + Trusted;
        if (state == State)
        {
            clients[Convert.ToHexString(hash)] = (client, expiresAt < until ? expiresAt.Value : until);
        }
    }

    // Not over, and no further away than it can be: else a clock that was set back would have a revoked key trusted for as long.
    private bool IsNear(DateTimeOffset until) => until - time.GetUtcNow() is var left && left > TimeSpan.Zero && left <= Trusted;

    /// <summary>Forgets a key that turned out not to be one any more.</summary>
    public void Forget(byte[] hash) => clients.TryRemove(Convert.ToHexString(hash), out _);

    /// <summary>Forgets a key that was just revoked.</summary>
    public void Forget(string keyId)
    {
        Interlocked.Increment(ref revocations);
        foreach (var (hash, known) in clients)
        {
            if (known.Client.KeyId == keyId)
            {
                clients.TryRemove(hash, out _);
            }
        }
    }
}
