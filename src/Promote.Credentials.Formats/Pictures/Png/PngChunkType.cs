using System.Buffers.Binary;
using System.Text;

namespace Promote.Credentials.Formats.Pictures.Png;

/// <summary>The chunk types that are looked into (PNG §11).</summary>
internal static class PngChunkType
{
    internal static readonly uint Header = Of("IHDR"u8);
    internal static readonly uint Palette = Of("PLTE"u8);
    internal static readonly uint Transparency = Of("tRNS"u8);
    internal static readonly uint Pixels = Of("IDAT"u8);
    internal static readonly uint End = Of("IEND"u8);
    internal static readonly uint Text = Of("tEXt"u8);
    internal static readonly uint CompressedText = Of("zTXt"u8);
    internal static readonly uint InternationalText = Of("iTXt"u8);

    /// <summary>A small first letter: a reader may leave out a chunk that it does not know (PNG §5.4).</summary>
    internal static bool IsAncillary(uint type) => (type & 0x2000_0000) != 0;

    internal static bool IsValid(ReadOnlySpan<byte> type)
    {
        foreach (var letter in type)
        {
            if (!char.IsAsciiLetter((char)letter))
            {
                return false;
            }
        }

        return true;
    }

    internal static string Name(uint type)
    {
        Span<byte> letters = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(letters, type);
        return Encoding.ASCII.GetString(letters);
    }

    private static uint Of(ReadOnlySpan<byte> name) => BinaryPrimitives.ReadUInt32BigEndian(name);
}
