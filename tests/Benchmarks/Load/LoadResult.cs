namespace Promote.Credentials.Benchmarks.Load;

/// <summary>One round of requests against one server.</summary>
/// <param name="Requests">Requests that were answered as expected.</param>
/// <param name="Elapsed">From the first request to the last answer.</param>
/// <param name="ProcessorSeconds">What the server process used meanwhile.</param>
internal sealed record LoadResult(int Requests, TimeSpan Elapsed, double ProcessorSeconds)
{
    /// <summary>Credentials for each second of processor time.</summary>
    internal double PerProcessorSecond => Requests / ProcessorSeconds;

    /// <summary>Credentials for each second on the clock.</summary>
    internal double PerSecond => Requests / Elapsed.TotalSeconds;
}
