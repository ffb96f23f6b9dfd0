using System.Buffers.Binary;
using System.IO.Hashing;

namespace Promote.Credentials.Formats.Pictures.Png;

/// <summary>Writes chunks into a buffer of the right size.</summary>
internal static class PngWriter
{
    /// <summary>Writes a chunk whose data are the parts one after another; returns the rest of the buffer.</summary>
    internal static Span<byte> WriteChunk(Span<byte> target, uint type, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second = default)
    {
        var length = first.Length + second.Length;
        BinaryPrimitives.WriteInt32BigEndian(target, length);
        BinaryPrimitives.WriteUInt32BigEndian(target[4..], type);
        first.CopyTo(target[PngChunk.DataOffset..]);
        second.CopyTo(target[(PngChunk.DataOffset + first.Length)..]);
        var crc = Crc32.HashToUInt32(target.Slice(4, 4 + length)); // type and data
        BinaryPrimitives.WriteUInt32BigEndian(target[(PngChunk.DataOffset + length)..], crc);
        return target[(PngChunk.Overhead + length)..];
    }

    /// <summary>Copies bytes; returns the rest of the buffer.</summary>
    internal static Span<byte> Copy(Span<byte> target, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(target);
        return target[bytes.Length..];
    }
}
