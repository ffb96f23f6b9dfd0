namespace Promote.Credentials.Formats.Pictures.Png;

/// <summary>The order of chunks that every PNG keeps (PNG §5.6).</summary>
internal static class PngOrder
{
    private const int HeaderLength = 13;

    internal static PictureRefusal? Check(List<PngChunk> chunks)
    {
        if (chunks[0].Type != PngChunkType.Header || chunks[0].DataLength != HeaderLength)
        {
            return new(PictureError.InvalidChunk, "The PNG does not begin with an IHDR chunk.");
        }

        if (chunks[^1].DataLength != 0)
        {
            return new(PictureError.InvalidChunk, "The IEND chunk of the PNG holds data.");
        }

        return Once(chunks, PngChunkType.Header)
            ?? Once(chunks, PngChunkType.Palette)
            ?? Once(chunks, PngChunkType.Transparency)
            ?? PixelsTogether(chunks);
    }

    private static PictureRefusal? Once(List<PngChunk> chunks, uint type) =>
        chunks.Count(chunk => chunk.Type == type) > 1
            ? new(PictureError.InvalidChunk, $"The PNG has more than one {PngChunkType.Name(type)} chunk.")
            : null;

    private static PictureRefusal? PixelsTogether(List<PngChunk> chunks)
    {
        var first = chunks.FindIndex(IsPixels);
        if (first < 0)
        {
            return new(PictureError.InvalidChunk, "The PNG has no IDAT chunk.");
        }

        var last = chunks.FindLastIndex(IsPixels);
        return chunks.GetRange(first, last - first).TrueForAll(IsPixels)
            ? null
            : new(PictureError.InvalidChunk, "Something stands between the IDAT chunks of the PNG.");
    }

    private static bool IsPixels(PngChunk chunk) => chunk.Type == PngChunkType.Pixels;
}
