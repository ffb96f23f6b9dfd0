using System.Buffers.Binary;
using System.IO.Compression;

namespace Promote.Credentials.Formats.Pictures.Png;

/// <summary>
/// Pixels as a PNG with a palette: a drawn page has few colours, and a byte a pixel compresses to a third of what four take. A page with
/// more colours, because of a photograph in a logo, has them rounded until there are no more than 256.
/// </summary>
internal static class PixelPng
{
    private const int MaxColours = 256;
    private const int LeastBits = 3;

    /// <summary>Writes opaque pixels, row by row, each four bytes: blue, green, red and one that does not count.</summary>
    internal static byte[] Write(ReadOnlySpan<byte> pixels, int width, int height, int stride)
    {
        for (var bits = 8; ; bits--)
        {
            if (TryIndex(pixels, width, height, stride, bits, out var palette, out var lines) || bits == LeastBits)
            {
                return Write(palette, lines, width, height);
            }
        }
    }

    /// <summary>Rounds every channel to so many bits and gives each colour a number. Each line begins with its filter type, none (PNG §7.2).</summary>
    private static bool TryIndex(ReadOnlySpan<byte> pixels, int width, int height, int stride, int bits, out List<uint> palette, out byte[] lines)
    {
        var numbers = new Dictionary<uint, byte>(MaxColours);
        palette = [];
        lines = new byte[(width + 1) * height];
        var mask = 0x010101u * (uint)(byte)(0xFF << (8 - bits));
        var (last, number) = (uint.MaxValue, (byte)0);
        for (var y = 0; y < height; y++)
        {
            var row = pixels.Slice(y * stride, width * 4);
            var line = lines.AsSpan(y * (width + 1) + 1, width);
            for (var x = 0; x < width; x++)
            {
                var colour = BinaryPrimitives.ReadUInt32LittleEndian(row[(x * 4)..]) & mask;
                if (colour != last)
                {
                    last = colour;
                    if (!numbers.TryGetValue(colour, out number))
                    {
                        if (palette.Count == MaxColours)
                        {
                            return false;
                        }

                        numbers[colour] = number = (byte)palette.Count;
                        palette.Add(Spread(colour, bits));
                    }
                }

                line[x] = number;
            }
        }

        return true;
    }

    // The most significant bits once more in the place of those that were cut off, so that white stays white.
    private static uint Spread(uint colour, int bits) => colour | ((colour >> bits) & (0x010101u * (uint)(0xFF >> bits)));

    private static byte[] Write(List<uint> palette, byte[] lines, int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, PngHeader.Indexed);
        var colours = new byte[palette.Count * 3];
        for (var i = 0; i < palette.Count; i++)
        {
            (colours[3 * i], colours[(3 * i) + 1], colours[(3 * i) + 2]) = ((byte)(palette[i] >> 16), (byte)(palette[i] >> 8), (byte)palette[i]);
        }

        var data = Compress(lines);
        var png = new byte[PngFile.Signature.Length + (4 * PngChunk.Overhead) + header.Length + colours.Length + data.Length];
        var rest = PngWriter.Copy(png, PngFile.Signature);
        rest = PngWriter.WriteChunk(rest, PngChunkType.Header, header);
        rest = PngWriter.WriteChunk(rest, PngChunkType.Palette, colours);
        rest = PngWriter.WriteChunk(rest, PngChunkType.Pixels, data);
        PngWriter.WriteChunk(rest, PngChunkType.End, []);
        return png;
    }

    private static byte[] Compress(byte[] lines)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal))
        {
            zlib.Write(lines);
        }

        return compressed.ToArray();
    }
}
