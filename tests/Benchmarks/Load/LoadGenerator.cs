using System.Collections.Concurrent;
using System.Diagnostics;

namespace Promote.Credentials.Benchmarks.Load;

/// <summary>Sends a bounded number of requests to a server on loopback, so many at a time as there are connections.</summary>
internal sealed class LoadGenerator : IDisposable
{
    private readonly HttpClient client;
    private readonly int connections;

    internal LoadGenerator(int connections)
    {
        this.connections = connections;
        client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections, UseProxy = false });
    }

    /// <summary>One round. An answer of another status than the expected one ends it with an exception: a refusal is cheap and would flatter.</summary>
    internal async Task<LoadResult> RunAsync(LoadTarget target, int requests)
    {
        var left = requests;
        var processorTime = ProcessorTime.OfProcess(target.ProcessId);
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await SendAsync(target);
            }
        })));
        return new(requests, Stopwatch.GetElapsedTime(started), ProcessorTime.OfProcess(target.ProcessId) - processorTime);
    }

    /// <summary>Requests at a steady pace, whether or not earlier ones were answered; the latencies from when each was due, the shortest first.</summary>
    internal async Task<TimeSpan[]> PaceAsync(LoadTarget target, double perSecond, TimeSpan length)
    {
        var latencies = new ConcurrentBag<TimeSpan>();
        var started = Stopwatch.GetTimestamp();
        var pending = new List<Task>();
        for (var number = 0; ; number++)
        {
            var due = TimeSpan.FromSeconds(number / perSecond);
            if (due > length)
            {
                break;
            }

            if (due - Stopwatch.GetElapsedTime(started) is { Ticks: > 0 } early)
            {
                await Task.Delay(early);
            }

            pending.Add(Task.Run(async () =>
            {
                await SendAsync(target);
                latencies.Add(Stopwatch.GetElapsedTime(started) - due);
            }));
        }

        await Task.WhenAll(pending);
        return [.. latencies.Order()];
    }

    /// <summary>The body of one answer.</summary>
    internal async Task<byte[]> SendAsync(LoadTarget target)
    {
        using var request = target.Request();
        using var response = await client.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();
        return response.StatusCode == target.Expected
            ? body
            : throw new InvalidOperationException($"{target.Name} answered {(int)response.StatusCode}: {System.Text.Encoding.UTF8.GetString(body)}");
    }

    public void Dispose() => client.Dispose();
}
