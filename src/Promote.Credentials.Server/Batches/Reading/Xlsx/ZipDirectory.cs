using System.Buffers.Binary;

namespace Promote.Credentials.Server.Batches.Reading.Xlsx;

/// <summary>
/// The end of a ZIP file (APPNOTE 4.3.16), looked at before anybody opens it: a directory is read whole into memory, so it must be a small one,
/// and lie where the file says.
/// </summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int MaxComment = ushort.MaxValue;
    private const int MaxDirectory = 256 * 1024;
    private const int MaxEntries = 2_000;

    private static readonly byte[] OldSpreadsheet = [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>Why a file is not opened; null for one that may be. Its position is at its beginning afterwards.</summary>
    public static string? WhyNot(Stream file)
    {
        var tail = new byte[(int)Math.Min(file.Length, EndLength + MaxComment)];
        file.Position = 0;
        var begin = new byte[OldSpreadsheet.Length];
        var isOld = file.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false) == begin.Length && begin.AsSpan().SequenceEqual(OldSpreadsheet);
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        file.Position = 0;
        if (isOld)
        {
            return "The file is a spreadsheet of the old form (.xls), or one with a password: save it as .xlsx without a password.";
        }

        var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        return at < 0 || tail.Length - at < EndLength ? "The file is not a spreadsheet (.xlsx)." : WhyNot(tail.AsSpan(at), file.Length - tail.Length + at);
    }

    private static string? WhyNot(ReadOnlySpan<byte> end, long place)
    {
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        var (length, offset) = (BinaryPrimitives.ReadUInt32LittleEndian(end[12..]), BinaryPrimitives.ReadUInt32LittleEndian(end[16..]));
        return entries > MaxEntries || length > MaxDirectory ? $"The spreadsheet consists of too many parts: at most {MaxEntries} are read."
            : offset + (long)length != place ? "The file is not a spreadsheet (.xlsx): it is cut off, or something was put into it."
            : null;
    }
}
