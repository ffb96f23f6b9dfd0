using System.IO.Compression;

namespace Promote.Credentials.Fuzz.Seeds;

/// <summary>Compression as PNG and PDF have it (RFC 1950).</summary>
internal static class Zlib
{
    internal static byte[] Deflated(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var deflate = new ZLibStream(target, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(bytes);
        }

        return target.ToArray();
    }
}
