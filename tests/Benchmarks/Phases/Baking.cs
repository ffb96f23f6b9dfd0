using System.Buffers.Binary;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using Promote.Credentials.Benchmarks.Samples;
using Promote.Credentials.Formats.Baking;

namespace Promote.Credentials.Benchmarks.Phases;

/// <summary>One thread, the 4 KB credential: into a PNG of 100 KB, and out again. Pixels are copied and never looked at.</summary>
public class Baking
{
    private readonly byte[] credential = Sample.Signed().ToArray();
    private readonly byte[] png =
        [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", [0, 0, 1, 0, 0, 0, 1, 0, 8, 2, 0, 0, 0]), .. Chunk("IDAT", RandomNumberGenerator.GetBytes(100 * 1024)), .. Chunk("IEND", [])];

    private readonly byte[] baked;

    public Baking() => baked = Bake();

    [Benchmark(Description = "Bake")]
    public byte[] Bake() => PngBadge.TryBake(png, BakedKind.OpenBadges3, credential, out var picture, out var refusal)
        ? picture
        : throw new InvalidOperationException(refusal.Detail);

    [Benchmark(Description = "Extract")]
    public BakedBadge Extract() => PngBadge.TryExtract(baked, out var badge, out var refusal)
        ? badge
        : throw new InvalidOperationException(refusal.Detail);

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] covered = [.. Encoding.ASCII.GetBytes(type), .. data];
        byte[] chunk = [0, 0, 0, 0, .. covered, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc32.HashToUInt32(covered));
        return chunk;
    }
}
