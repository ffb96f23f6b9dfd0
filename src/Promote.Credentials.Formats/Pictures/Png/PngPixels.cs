using System.IO.Compression;

namespace Promote.Credentials.Formats.Pictures.Png;

/// <summary>Reads pixel data as far as the header says and no further, and compresses them anew. Holds one line at a time.</summary>
internal static class PngPixels
{
    private const byte LastFilter = 4; // PNG §9.2: none, sub, up, average, Paeth

    internal static PictureRefusal? Recompress(byte[] compressed, PngHeader header, MemoryStream target)
    {
        try
        {
            using var source = new ZLibStream(new MemoryStream(compressed, writable: false), CompressionMode.Decompress);
            using var deflate = new ZLibStream(target, CompressionLevel.Optimal, leaveOpen: true);
            foreach (var (lines, lineLength) in PngScanlines.Of(header))
            {
                if (CopyLines(source, deflate, lines, new byte[lineLength]) is { } refusal)
                {
                    return refusal;
                }
            }

            return source.ReadByte() < 0 ? null : Invalid("The PNG holds more pixels than its header says.");
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return Invalid("The pixels of the PNG cannot be decompressed.");
        }
    }

    private static PictureRefusal? CopyLines(ZLibStream source, ZLibStream target, uint lines, byte[] line)
    {
        for (var i = 0u; i < lines; i++)
        {
            if (source.ReadAtLeast(line, line.Length, throwOnEndOfStream: false) < line.Length)
            {
                return Invalid("The PNG holds fewer pixels than its header says.");
            }

            if (line[0] > LastFilter)
            {
                return Invalid("A line of the PNG has a filter type that PNG does not have.");
            }

            target.Write(line);
        }

        return null;
    }

    private static PictureRefusal Invalid(string detail) => new(PictureError.InvalidPixels, detail);
}
