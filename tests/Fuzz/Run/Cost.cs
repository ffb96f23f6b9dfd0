namespace Promote.Credentials.Fuzz.Run;

/// <summary>What one case took.</summary>
/// <param name="Time">Processor time of its thread.</param>
/// <param name="Bytes">Memory that its thread asked for, whether or not it was given back.</param>
internal readonly record struct Cost(TimeSpan Time, long Bytes)
{
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(1);

    private const long MostBytes = 64 * 1024 * 1024;

    /// <summary>What is too much about it; null while it keeps the limits.</summary>
    internal string? Excess =>
        Time > MostTime ? $"took {Time.TotalMilliseconds:F0} ms of processor time, the limit is {MostTime.TotalMilliseconds:F0} ms"
        : Bytes > MostBytes ? $"asked for {Bytes / 1048576.0:F1} MiB, the limit is {MostBytes / 1048576} MiB"
        : null;

    internal Cost Most(Cost other) => new(Time > other.Time ? Time : other.Time, Math.Max(Bytes, other.Bytes));
}
