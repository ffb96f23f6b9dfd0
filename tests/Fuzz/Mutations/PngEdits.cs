using System.Buffers.Binary;
using System.Text;

namespace Promote.Credentials.Fuzz.Mutations;

/// <summary>A PNG chunk by chunk. The checksums are made right again, or nothing behind the first one would ever be looked at.</summary>
internal static class PngEdits
{
    private const int SignatureLength = 8;

    private static readonly string[] Types = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND", "tEXt", "zTXt", "iTXt", "acTL", "fdAT", "eXIf", "iCCP", "ABCD", "aBcd", "\0\0\0\0"];

    private static readonly uint[] Sizes = [0, 1, 7, 4096, 4097, 2048, 65_535, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF];

    internal static byte[] Mutate(byte[] png, Dice dice)
    {
        var chunks = Read(png);
        for (var edits = dice.Small(6); edits > 0 && chunks.Count > 0; edits--)
        {
            Edit(chunks, dice);
        }

        byte[] file = [.. png.Take(SignatureLength), .. chunks.SelectMany(chunk => Write(chunk.Type, chunk.Data))];
        return dice.OneIn(8) ? ByteEdits.Edit(file, dice) : file;
    }

    internal static byte[] Write(byte[] type, byte[] data)
    {
        byte[] chunk = [0, 0, 0, 0, .. type, .. data, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Checksum(chunk.AsSpan(4, chunk.Length - 8)));
        return chunk;
    }

    private static void Edit(List<(byte[] Type, byte[] Data)> chunks, Dice dice)
    {
        var at = dice.Below(chunks.Count);
        var (type, data) = chunks[at];
        switch (dice.Below(8))
        {
            case 0:
                chunks.RemoveAt(at);
                break;
            case 1:
                chunks.InsertRange(at, Enumerable.Repeat(chunks[at], 1 << dice.Below(10)));
                break;
            case 2:
                chunks.RemoveAt(at);
                chunks.Insert(dice.Below(chunks.Count + 1), (type, data));
                break;
            case 3:
                chunks[at] = (Encoding.ASCII.GetBytes(dice.Pick(Types)), data);
                break;
            case 4:
                chunks.Insert(at, (Encoding.ASCII.GetBytes(dice.Pick(Types)), new byte[dice.Below(1 << dice.Below(16))]));
                break;
            case 5 when data.Length >= 13:
                chunks[0] = (chunks[0].Type, Header(chunks[0].Data, dice));
                break;
            default:
                chunks[at] = (type, ByteEdits.Edit(data, dice));
                break;
        }
    }

    private static byte[] Header(byte[] data, Dice dice)
    {
        byte[] header = [.. data];
        if (header.Length < 13)
        {
            return header;
        }

        if (dice.OneIn(2))
        {
            BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(dice.Pick([0, 4])), dice.Pick(Sizes));
        }
        else
        {
            header[8 + dice.Below(5)] = dice.Pick<byte>([0, 1, 2, 3, 4, 6, 8, 16, 255]);
        }

        return header;
    }

    private static List<(byte[] Type, byte[] Data)> Read(byte[] png)
    {
        List<(byte[], byte[])> chunks = [];
        for (var at = SignatureLength; at + 12 <= png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            chunks.Add((png[(at + 4)..(at + 8)], png[(at + 8)..(at + 8 + length)]));
            at += 12 + length;
        }

        return chunks;
    }

    // CRC-32 of PNG §D, a table entry at a time: not the code that is tried.
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0xFFFF_FFFF;
        foreach (var octet in bytes)
        {
            sum = Table[(byte)sum ^ octet] ^ (sum >> 8);
        }

        return ~sum;
    }

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(number =>
    {
        var entry = (uint)number;
        for (var bit = 0; bit < 8; bit++)
        {
            entry = (entry & 1) == 0 ? entry >> 1 : 0xEDB8_8320 ^ (entry >> 1);
        }

        return entry;
    })];
}
