namespace Promote.Credentials.Formats.Pictures.Png;

/// <summary>Where a chunk lies in its file (PNG §5.3).</summary>
/// <param name="Type">Its four letters, big-endian, as in <see cref="PngChunkType"/>.</param>
/// <param name="Start">Offset of its length field.</param>
/// <param name="DataLength">Bytes of its data.</param>
internal readonly record struct PngChunk(uint Type, int Start, int DataLength)
{
    /// <summary>Length and type before the data, CRC behind it.</summary>
    internal const int Overhead = 12;

    internal const int DataOffset = 8;

    internal int End => Start + Overhead + DataLength;

    internal ReadOnlySpan<byte> Data(ReadOnlySpan<byte> png) => png.Slice(Start + DataOffset, DataLength);
}
