using System.Buffers.Binary;
using Promote.Credentials.Fuzz.Mutations;

namespace Promote.Credentials.Fuzz.Seeds;

/// <summary>Striped pictures of any size.</summary>
internal static class PngFile
{
    internal static byte[] Of(uint width, uint height, byte depth = 8, byte colour = 2)
    {
        byte[] header = [0, 0, 0, 0, 0, 0, 0, 0, depth, colour, 0, 0, 0];
        BinaryPrimitives.WriteUInt32BigEndian(header, width);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), height);
        var samples = colour switch { 2 => 3u, 4 => 2u, 6 => 4u, _ => 1u };
        var line = 1 + (((width * samples * depth) + 7) / 8);
        byte[] palette = colour == 3 ? PngEdits.Write([.. "PLTE"u8], new byte[3 * 4]) : [];
        return
        [
            0x89, .. "PNG\r\n\u001a\n"u8, .. PngEdits.Write([.. "IHDR"u8], header), .. palette,
            .. PngEdits.Write([.. "IDAT"u8], Zlib.Deflated(Lines(line, height))), .. PngEdits.Write([.. "IEND"u8], []),
        ];
    }

    // Each begins with filter type 0 (PNG §9.2). The stripes repeat, so that a small file holds many pixels and not only black ones.
    private static byte[] Lines(uint length, uint height)
    {
        var lines = new byte[length * height];
        for (var at = 0u; at < lines.Length; at++)
        {
            lines[at] = at % length == 0 ? (byte)0 : (byte)((at % 251) * (at % 7));
        }

        return lines;
    }
}
