using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Net.Http.Headers;
using System.Text;

namespace Promote.Credentials.Server.Tests.Pictures;

/// <summary>Pictures to upload.</summary>
internal static class PictureSample
{
    public const string Svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 10'><rect width='20' height='10' fill='#246'/></svg>";

    /// <summary>A grey PNG whose pixels all have this shade; what is appended hides behind its end.</summary>
    public static byte[] Png(int width, int height, byte shade, string appended = "")
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        byte[] line = [0, .. Enumerable.Repeat(shade, Math.Min(width, 100))];
        using var pixels = new MemoryStream();
        using (var deflate = new ZLibStream(pixels, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write([.. Enumerable.Repeat(line, Math.Min(height, 100)).SelectMany(bytes => bytes)]);
        }

        return
        [
            0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", header), .. Chunk("tEXt", Encoding.ASCII.GetBytes($"Comment\0{appended}")),
            .. Chunk("IDAT", pixels.ToArray()), .. Chunk("IEND", []), .. Encoding.ASCII.GetBytes(appended),
        ];
    }

    public static ByteArrayContent Body(byte[] picture, string mediaType) =>
        new(picture) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } };

    public static ByteArrayContent Body(string svg) => Body(Encoding.UTF8.GetBytes(svg), "image/svg+xml");

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] covered = [.. Encoding.ASCII.GetBytes(type), .. data];
        byte[] chunk = [0, 0, 0, 0, .. covered, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc32.HashToUInt32(covered));
        return chunk;
    }
}
