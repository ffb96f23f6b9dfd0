using System.Buffers.Binary;
using System.IO.Hashing;

namespace Promote.Credentials.Formats.Pictures.Png;

/// <summary>The frame of a PNG: its signature and the chunks up to IEND. What follows IEND is not part of it.</summary>
internal static class PngFile
{
    /// <summary>Far more than encoders write; walking stays cheap.</summary>
    private const int MaxChunks = 4096;

    internal static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    /// <summary>Lists the chunks. Afterwards IHDR is the first, IEND the last, IDATs follow one another, every CRC is right.</summary>
    internal static PictureRefusal? ReadChunks(ReadOnlySpan<byte> png, List<PngChunk> chunks)
    {
        if (!png.StartsWith(Signature))
        {
            return new(PictureError.UnknownKind, "The file does not begin with the signature of PNG.");
        }

        var at = Signature.Length;
        do
        {
            if (chunks.Count == MaxChunks)
            {
                return new(PictureError.InvalidChunk, $"The PNG has more than {MaxChunks} chunks.");
            }

            if (ReadChunk(png, at, out var chunk) is { } refusal)
            {
                return refusal;
            }

            chunks.Add(chunk);
            at = chunk.End;
        }
        while (chunks[^1].Type != PngChunkType.End);

        return PngOrder.Check(chunks);
    }

    /// <summary>The size of a PNG in pixels, when the file is one from its signature to IEND.</summary>
    internal static bool TryReadSize(ReadOnlySpan<byte> png, out int width, out int height)
    {
        var chunks = new List<PngChunk>();
        (width, height) = (0, 0);
        if (ReadChunks(png, chunks) is not null || PngHeader.Read(chunks[0].Data(png), out var header) is not null)
        {
            return false;
        }

        (width, height) = ((int)header.Width, (int)header.Height);
        return true;
    }

    private static PictureRefusal? ReadChunk(ReadOnlySpan<byte> png, int at, out PngChunk chunk)
    {
        chunk = default;
        var rest = png[at..];
        if (rest.Length < PngChunk.Overhead)
        {
            return new(PictureError.Truncated, "The PNG ends before its IEND chunk.");
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
        if (!PngChunkType.IsValid(rest[4..8]))
        {
            return new(PictureError.InvalidChunk, "The PNG has a chunk whose type is not four letters.");
        }

        if (length > rest.Length - PngChunk.Overhead)
        {
            return new(PictureError.Truncated, "The PNG ends within a chunk.");
        }

        chunk = new(BinaryPrimitives.ReadUInt32BigEndian(rest[4..]), at, (int)length);
        var covered = rest.Slice(4, 4 + (int)length); // type and data
        return BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + (int)length)..]) == Crc32.HashToUInt32(covered)
            ? null
            : new(PictureError.WrongChecksum, $"The checksum of the {PngChunkType.Name(chunk.Type)} chunk is wrong.");
    }
}
