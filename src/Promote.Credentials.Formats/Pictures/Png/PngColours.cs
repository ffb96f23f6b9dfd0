namespace Promote.Credentials.Formats.Pictures.Png;

/// <summary>Palette and transparency as the kind of pixels asks for them (PNG §11.2.2, §11.3.1.1).</summary>
internal static class PngColours
{
    private const int PaletteEntry = 3; // red, green, blue

    internal static PictureRefusal? Check(List<PngChunk> chunks, PngHeader header)
    {
        var palette = chunks.FindIndex(chunk => chunk.Type == PngChunkType.Palette);
        var transparency = chunks.FindIndex(chunk => chunk.Type == PngChunkType.Transparency);
        var pixels = chunks.FindIndex(chunk => chunk.Type == PngChunkType.Pixels);
        var entries = palette < 0 ? 0 : chunks[palette].DataLength / PaletteEntry;

        var isPaletteRight = palette < 0
            ? header.ColourType != PngHeader.Indexed
            : palette < pixels && IsPalette(chunks[palette].DataLength, header);
        if (!isPaletteRight)
        {
            return new(PictureError.InvalidChunk, "The PNG lacks a palette that it needs, or has one that does not fit its pixels.");
        }

        var isTransparencyRight = transparency < 0
            || (transparency > palette && transparency < pixels && IsTransparency(chunks[transparency].DataLength, header, entries));
        return isTransparencyRight ? null : new(PictureError.InvalidChunk, "The tRNS chunk of the PNG does not fit its pixels.");
    }

    private static bool IsPalette(int length, PngHeader header) =>
        length > 0 && length % PaletteEntry == 0 && header.ColourType switch
        {
            PngHeader.Indexed => length <= PaletteEntry << header.BitDepth,
            PngHeader.Colour or PngHeader.ColourWithAlpha => length <= PaletteEntry << 8,
            _ => false,
        };

    private static bool IsTransparency(int length, PngHeader header, int entries) => header.ColourType switch
    {
        PngHeader.Indexed => length > 0 && length <= entries,
        PngHeader.Grey => length == sizeof(ushort),
        PngHeader.Colour => length == 3 * sizeof(ushort),
        _ => false,
    };
}
