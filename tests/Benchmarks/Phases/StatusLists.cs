using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using Promote.Credentials.Benchmarks.Samples;
using Promote.Credentials.Formats.StatusLists;

namespace Promote.Credentials.Benchmarks.Phases;

/// <summary>One thread, a status list of 131,072 entries: built from the entries that are set, written, linted and signed; and read again by a stranger.</summary>
public class StatusLists
{
    private readonly int[] indexes = [.. Enumerable.Range(0, BitstringStatusList.MinimumLength).Where(_ => RandomNumberGenerator.GetInt32(100) < Percent)];
    private readonly string encoded;

    public StatusLists() => encoded = Bits().Encode();

    // So many are more than any issuer ever revoked, and make the list about as long as it gets.
    private static int Percent => 25;

    [Benchmark(Description = "Build, write, lint and sign a status list")]
    public ReadOnlyMemory<byte> Sign() => Sample.Sign(Sample.Lint(Writer.Write(new()
    {
        Url = "https://credentials.promote.example/status/Wc4mJ9tQx0uKzV2bL7nYrA",
        IssuerDid = Sample.IssuerDid,
        ValidFrom = TimeProvider.System.GetUtcNow(),
        Purpose = Terms.Revocation,
        Bits = Bits(),
        TimeToLive = TimeSpan.FromSeconds(5),
    }))).Utf8;

    [Benchmark(Description = "Decode a status list")]
    public BitstringStatusList Decode() => BitstringStatusList.TryDecode(encoded, out var bits, out var fault) ? bits : throw new InvalidOperationException(fault.ToString());

    private BitstringStatusList Bits()
    {
        var bits = new BitstringStatusList(BitstringStatusList.MinimumLength);
        foreach (var index in indexes)
        {
            bits[index] = true;
        }

        return bits;
    }
}
