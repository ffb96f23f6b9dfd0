using System.IO.Compression;

namespace Promote.Credentials.Server.Tests.Outbound;

/// <summary>10 MiB that unpack to 1 GiB: a hundred times the same gzip member (RFC 1952 §2.2).</summary>
internal static class Bomb
{
    public const int Members = 100;

    private const int Unpacked = 10_737_418;

    public static byte[] GzipMember { get; } = MakeGzip();

    /// <summary>Brotli has no members: whatever follows this is never read.</summary>
    public static byte[] Brotli { get; } = Pack(stream => new BrotliStream(stream, CompressionLevel.Fastest, true), new byte[64 * 1024 * 1024]);

    public static Stream Gzip() => new GZipStream(new MemoryStream([.. Enumerable.Repeat(GzipMember, Members).SelectMany(member => member)]), CompressionMode.Decompress);

    private static byte[] MakeGzip()
    {
        // Nothing but zeros would be a tenth of that: the beginning cannot be packed.
        var content = new byte[Unpacked];
        System.Security.Cryptography.RandomNumberGenerator.Fill(content.AsSpan(0, Unpacked / 114));
        return Pack(stream => new GZipStream(stream, CompressionLevel.Optimal, true), content);
    }

    private static byte[] Pack(Func<Stream, Stream> packer, byte[] content)
    {
        using var packed = new MemoryStream();
        using (var stream = packer(packed))
        {
            stream.Write(content);
        }

        return packed.ToArray();
    }
}
