using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using Promote.Credentials.Benchmarks.Samples;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.Linting;
using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Benchmarks.Phases;

/// <summary>One thread, the official sealed certificate of participation: its three time-stamps and certificates judged; and a document of this service sealed by an RSA key of 3072 bits.</summary>
public class Sealing
{
    private readonly ReadOnlyMemory<byte> official = File.ReadAllBytes(Path.Combine(Repository.Root, "..", "shared", "vectors", "europass", "samples", "Sample-CertOfPart-signed.jsonld"));
    private readonly LintedDocument linted = Linted();
    private readonly SealTrustAnchor[] anchors = [Anchor()];
    private readonly SealKey key = DevelopmentSeal.Open();
    private readonly DateTimeOffset now = TimeProvider.System.GetUtcNow();

    [Benchmark(Description = "Seal (B-B, RSA 3072)")]
    public byte[] Seal() => linted.Seal(key, now).Utf8.ToArray();

    [Benchmark(Description = "Read and verify a seal (B-LTA)")]
    public SealReport Verify()
    {
        SealReport report = Read().Verify(anchors, now);
        return report.Intact.Holds ? report : throw new InvalidOperationException(report.Intact.Sentence);
    }

    private SealReading Read() => JadesSeal.TryRead(official, out var seal, out var error) ? seal : throw new InvalidOperationException(error);

    private static LintedDocument Linted()
    {
        var golden = Path.Combine(Repository.Root, "tests", "golden", "lints", "PC-L006", "good.europass.json");
        return Linter.Lint(new Draft(FormatList.Europass, File.ReadAllBytes(golden))).Document ?? throw new InvalidOperationException(golden);
    }

    private static SealTrustAnchor Anchor()
    {
        var pem = File.ReadAllText(Path.Combine(DevelopmentSeal.Folder, "seal-ca.pem"));
        return SealTrustAnchor.TryRead(Convert.FromBase64String(pem[PemEncoding.Find(pem).Base64Data]), isQualified: false, out var anchor)
            ? anchor
            : throw new InvalidOperationException(pem);
    }
}
