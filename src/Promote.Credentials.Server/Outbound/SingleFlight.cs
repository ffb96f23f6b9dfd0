using System.Collections.Concurrent;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Server.Outbound;

/// <summary>Whoever asks for what is being fetched already gets the same answer: a hundred verifications of one issuer are one request.</summary>
internal sealed class SingleFlight
{
    private readonly ConcurrentDictionary<string, Lazy<Task<FetchResult>>> flights = new(StringComparer.Ordinal);

    /// <summary>Joins the fetch of a key, or begins it.</summary>
    public Task<FetchResult> RunAsync(string key, Func<Task<FetchResult>> fetch)
    {
        Lazy<Task<FetchResult>>? mine = null;
        mine = new Lazy<Task<FetchResult>>(async () =>
        {
            try
            {
                return await fetch();
            }
            finally
            {
                flights.TryRemove(KeyValuePair.Create(key, mine!));
            }
        });
        return flights.GetOrAdd(key, mine).Value;
    }
}
