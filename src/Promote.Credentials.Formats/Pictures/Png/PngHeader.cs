using System.Buffers.Binary;

namespace Promote.Credentials.Formats.Pictures.Png;

/// <summary>What IHDR says (PNG §11.2.1).</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="BitDepth">Bits a sample, or a palette index.</param>
/// <param name="ColourType">0 grey, 2 colour, 3 palette, 4 grey with alpha, 6 colour with alpha.</param>
/// <param name="Interlaced">Whether Adam7 orders the pixels.</param>
internal readonly record struct PngHeader(uint Width, uint Height, byte BitDepth, byte ColourType, bool Interlaced)
{
    internal const byte Grey = 0;
    internal const byte Colour = 2;
    internal const byte Indexed = 3;
    internal const byte GreyWithAlpha = 4;
    internal const byte ColourWithAlpha = 6;

    internal int BitsPerPixel => BitDepth * ColourType switch { Colour => 3, GreyWithAlpha => 2, ColourWithAlpha => 4, _ => 1 };

    internal static PictureRefusal? Read(ReadOnlySpan<byte> data, out PngHeader header)
    {
        header = new(BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]), data[8], data[9], data[12] == 1);
        var isKnown = IsKnownColour(header.ColourType, header.BitDepth) && data[10] == 0 && data[11] == 0 && data[12] <= 1;
        return isKnown ? null : new(PictureError.InvalidChunk, "The IHDR chunk names a kind of pixels or a method that PNG does not have.");
    }

    private static bool IsKnownColour(byte colourType, byte bitDepth) => (colourType, bitDepth) switch
    {
        (Grey, 1 or 2 or 4 or 8 or 16) => true,
        (Indexed, 1 or 2 or 4 or 8) => true,
        (Colour or GreyWithAlpha or ColourWithAlpha, 8 or 16) => true,
        _ => false,
    };
}
