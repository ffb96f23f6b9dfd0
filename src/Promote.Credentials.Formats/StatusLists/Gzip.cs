using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Promote.Credentials.Formats.StatusLists;

/// <summary>One gzip member (RFC 1952), written the same on every machine and read strictly: the framework's reader takes whatever follows it.</summary>
internal static class Gzip
{
    private const int HeaderLength = 10;
    private const int TrailerLength = 8;
    private const byte Deflate = 8;
    private const byte UnknownSystem = 255;

    /// <summary>Compresses. No time and no operating system stand in the header.</summary>
    internal static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        using var buffer = new MemoryStream();
        buffer.Write([0x1f, 0x8b, Deflate, 0, 0, 0, 0, 0, 0, UnknownSystem]);
        using (var deflate = new DeflateStream(buffer, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(bytes);
        }

        Span<byte> trailer = stackalloc byte[TrailerLength];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, Crc32.HashToUInt32(bytes));
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], (uint)bytes.Length);
        buffer.Write(trailer);
        return buffer.ToArray();
    }

    /// <summary>Unpacks one member and nothing else, and stops as soon as there is more than the bound.</summary>
    internal static StatusListFault Unpack(ReadOnlyMemory<byte> member, int maxBytes, out byte[] bytes)
    {
        bytes = [];
        if (BodyStart(member.Span) is not { } start || member.Length < start + TrailerLength)
        {
            return StatusListFault.NotGzip;
        }

        using var source = new SingleBytes(member[start..]);
        if (!TryInflate(source, maxBytes, out var inflated))
        {
            return StatusListFault.NotGzip;
        }

        if (inflated.Length > maxBytes)
        {
            return StatusListFault.TooLong;
        }

        var rest = member.Span[(start + (int)source.Position)..];
        if (rest.Length < TrailerLength
            || BinaryPrimitives.ReadUInt32LittleEndian(rest) != Crc32.HashToUInt32(inflated)
            || BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]) != inflated.Length)
        {
            return StatusListFault.NotGzip;
        }

        bytes = inflated;
        return rest.Length == TrailerLength ? StatusListFault.None : StatusListFault.TrailingBytes;
    }

    // At most one byte more than the bound.
    private static bool TryInflate(SingleBytes source, int maxBytes, out byte[] inflated)
    {
        using var deflate = new DeflateStream(source, CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        var chunk = new byte[8192];
        try
        {
            while (unpacked.Length <= maxBytes && deflate.Read(chunk, 0, (int)Math.Min(chunk.Length, maxBytes + 1L - unpacked.Length)) is > 0 and var count)
            {
                unpacked.Write(chunk, 0, count);
            }
        }
        catch (InvalidDataException)
        {
            inflated = [];
            return false;
        }

        inflated = unpacked.ToArray();
        return true;
    }

    // §2.3: the fixed part, then those optional fields that the flags announce. Null where this is no such header.
    private static int? BodyStart(ReadOnlySpan<byte> member)
    {
        if (member.Length < HeaderLength || member[0] != 0x1f || member[1] != 0x8b || member[2] != Deflate || (member[3] & 0xe0) != 0)
        {
            return null;
        }

        var (flags, at) = (member[3], HeaderLength);
        if ((flags & 4) != 0)
        {
            at = member.Length < at + 2 ? member.Length : at + 2 + BinaryPrimitives.ReadUInt16LittleEndian(member[at..]);
        }

        foreach (var text in (ReadOnlySpan<int>)[8, 16])
        {
            if ((flags & text) != 0 && at < member.Length)
            {
                at = member[at..].IndexOf((byte)0) is >= 0 and var end ? at + end + 1 : member.Length;
            }
        }

        at += (flags & 2) != 0 ? 2 : 0;
        return at < member.Length ? at : null;
    }
}
