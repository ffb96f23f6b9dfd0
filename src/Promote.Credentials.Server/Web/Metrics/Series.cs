namespace Promote.Credentials.Server.Web.Metrics;

/// <summary>What one instrument measured under one set of labels: a sum, and for a histogram how many values were at most each bound.</summary>
internal sealed class Series(bool histogram)
{
    /// <summary>Upper bounds in seconds: 100 µs to 10 s.</summary>
    public static readonly double[] Bounds = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

    private readonly Lock gate = new();
    private readonly long[] buckets = histogram ? new long[Bounds.Length] : [];
    private double sum;
    private long count;

    public void Add(double value)
    {
        lock (gate)
        {
            sum += value;
            count++;
            for (var i = 0; i < buckets.Length; i++)
            {
                buckets[i] += value <= Bounds[i] ? 1 : 0;
            }
        }
    }

    /// <summary>One consistent state of all figures.</summary>
    public (double Sum, long Count, long[] Buckets) Read()
    {
        lock (gate)
        {
            return (sum, count, [.. buckets]);
        }
    }
}
