using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using Promote.Credentials.Benchmarks.Samples;
using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Benchmarks.Phases;

/// <summary>One thread, the official sealed certificate of participation: what is in it sealed by our RSA key of 3072 bits, and its three time-stamps and certificates judged.</summary>
public class Sealing
{
    private static readonly string KeysDev = Path.Combine(Repository.Root, "keys-dev");

    private readonly ReadOnlyMemory<byte> official = File.ReadAllBytes(Path.Combine(Repository.Root, "..", "shared", "vectors", "europass", "samples", "Sample-CertOfPart-signed.jsonld"));
    private readonly ReadOnlyMemory<byte> payload;
    private readonly SealTrustAnchor[] anchors = [Anchor()];
    private readonly SealKey key = Key();
    private readonly DateTimeOffset now = TimeProvider.System.GetUtcNow();

    public Sealing() => payload = Read().Payload;

    [Benchmark(Description = "Seal (B-B, RSA 3072)")]
    public byte[] Seal() => Sign(null, payload.Span, key, now);

    [Benchmark(Description = "Read and verify a seal (B-LTA)")]
    public SealReport Verify()
    {
        SealReport report = Read().Verify(anchors, now);
        return report.Intact.Holds ? report : throw new InvalidOperationException(report.Intact.Sentence);
    }

    /// <summary>Outside this program only what was linted is sealed. Here sealing alone is measured, so the door is opened by its name.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = "Sign")]
    private static extern byte[] Sign(
        [UnsafeAccessorType("Promote.Credentials.Proofs.Jades.JadesSeal, Promote.Credentials.Proofs")] object? seal, ReadOnlySpan<byte> payload, SealKey key, DateTimeOffset signingTime);

    private SealReading Read() => JadesSeal.TryRead(official, out var seal, out var error) ? seal : throw new InvalidOperationException(error);

    private static SealKey Key()
    {
        var key = DevelopmentKey.Read(File.ReadAllBytes(Path.Combine(KeysDev, "seal-key.json")));
        return SealKey.Of(key, key.Certificates);
    }

    private static SealTrustAnchor Anchor()
    {
        var pem = File.ReadAllText(Path.Combine(KeysDev, "seal-ca.pem"));
        return SealTrustAnchor.TryRead(Convert.FromBase64String(pem[PemEncoding.Find(pem).Base64Data]), isQualified: false, out var anchor)
            ? anchor
            : throw new InvalidOperationException(pem);
    }
}
