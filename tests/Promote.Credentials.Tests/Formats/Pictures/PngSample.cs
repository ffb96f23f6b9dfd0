using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Promote.Credentials.Tests.Formats.Pictures;

/// <summary>PNG files made chunk by chunk, right or wrong. The CRC is computed here bit by bit, not by the code under test.</summary>
internal static class PngSample
{
    public static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
    public static readonly byte[] End = Chunk("IEND", []);

    /// <summary>Three by two pixels in colour.</summary>
    public static readonly byte[] Small = File(Header(3, 2), Pixels(2 * 10), End);

    public static byte[] File(params byte[][] chunks) => [.. Signature, .. chunks.SelectMany(chunk => chunk)];

    public static byte[] Header(uint width, uint height, byte depth = 8, byte colour = 2, byte interlace = 0)
    {
        var data = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(data, width);
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(4), height);
        (data[8], data[9], data[12]) = (depth, colour, interlace);
        return Chunk("IHDR", data);
    }

    /// <summary>This many bytes of scan lines, all zero: black, filter type none.</summary>
    public static byte[] Pixels(long length) => Chunk("IDAT", Deflated(length));

    public static byte[] Deflated(long zeros)
    {
        using var target = new MemoryStream();
        using (var deflate = new ZLibStream(target, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var block = new byte[1 << 20];
            for (var left = zeros; left > 0; left -= block.Length)
            {
                deflate.Write(block, 0, (int)Math.Min(left, block.Length));
            }
        }

        return target.ToArray();
    }

    public static byte[] Deflated(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var deflate = new ZLibStream(target, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(bytes);
        }

        return target.ToArray();
    }

    public static byte[] Chunk(string type, byte[] data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }

    public static byte[] Text(string type, string data) => Chunk(type, Encoding.UTF8.GetBytes(data));

    /// <summary>Type and data of each chunk, in order.</summary>
    public static List<(string Type, byte[] Data)> Chunks(ReadOnlySpan<byte> png)
    {
        Assert.True(png.StartsWith(Signature));
        var chunks = new List<(string, byte[])>();
        for (var rest = png[8..]; rest.Length > 0;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(rest);
            Assert.Equal(Crc(rest.Slice(4, 4 + length)), BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + length)..]));
            chunks.Add((Encoding.ASCII.GetString(rest.Slice(4, 4)), rest.Slice(8, length).ToArray()));
            rest = rest[(12 + length)..];
        }

        return chunks;
    }

    /// <summary>CRC-32 as PNG annex D describes it.</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
            }
        }

        return ~crc;
    }
}
