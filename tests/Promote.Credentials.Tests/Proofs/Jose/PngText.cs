using System.Buffers.Binary;
using System.Text;

namespace Promote.Credentials.Tests.Proofs.Jose;

/// <summary>The text of a PNG's uncompressed iTXt chunk.</summary>
internal static class PngText
{
    public static string Read(byte[] png, string keyword)
    {
        for (int i = 8; i < png.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(i));
            string data = Encoding.UTF8.GetString(png, i + 8, length);
            if (Encoding.ASCII.GetString(png, i + 4, 4) == "iTXt" && data.StartsWith(keyword + "\0\0\0\0\0", StringComparison.Ordinal))
            {
                return data[(keyword.Length + 5)..];
            }
            i += length + 12;
        }
        throw new InvalidDataException("no such chunk");
    }
}
