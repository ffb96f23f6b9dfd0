using System.Buffers.Binary;
using System.Text;
using System.Xml;

namespace Promote.Credentials.Server.Batches.Reading.Xlsx;

/// <summary>
/// The texts that cells name by a number (ECMA-376 part 1, 18.4.9): in a large file they are nearly all of it, so they are kept in files and
/// not in memory.
/// </summary>
internal sealed class SharedTexts : IDisposable
{
    private const long MaxLetters = 512L * 1024 * 1024;

    private readonly FileStream texts = UnlinkedFile.Create();
    private readonly FileStream ends = UnlinkedFile.Create();
    private long count;

    /// <summary>Reads them; none where the spreadsheet has none.</summary>
    public static SharedTexts Read(XlsxPackage package)
    {
        var shared = new SharedTexts();
        try
        {
            using var xml = package.Open(package.Parts.FirstOrDefault(part => part.Type.EndsWith("/sharedStrings", StringComparison.Ordinal))?.Target, MaxLetters);
            while (xml is not null && XlsxPackage.ReadTo(xml, "si"))
            {
                shared.Add(XlsxText.Read(xml, isRich: true));
            }

            shared.texts.Flush();
            shared.ends.Flush();
            return shared;
        }
        catch
        {
            shared.Dispose();
            throw;
        }
    }

    /// <summary>The text with this number; null where there is none.</summary>
    public string? Find(long number)
    {
        if (number < 0 || number >= count)
        {
            return null;
        }

        Span<byte> place = stackalloc byte[2 * sizeof(long)];
        var isFirst = number == 0;
        ReadExactly(ends, isFirst ? place[sizeof(long)..] : place, isFirst ? 0 : (number - 1) * sizeof(long));
        var from = isFirst ? 0 : BinaryPrimitives.ReadInt64LittleEndian(place);
        var bytes = new byte[BinaryPrimitives.ReadInt64LittleEndian(place[sizeof(long)..]) - from];
        ReadExactly(texts, bytes, from);
        return Encoding.UTF8.GetString(bytes);
    }

    public void Dispose()
    {
        texts.Dispose();
        ends.Dispose();
    }

    private void Add(string text)
    {
        texts.Write(Encoding.UTF8.GetBytes(text));
        Span<byte> end = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(end, texts.Position);
        ends.Write(end);
        count++;
    }

    private static void ReadExactly(FileStream file, Span<byte> bytes, long from)
    {
        for (var done = 0; done < bytes.Length;)
        {
            var length = RandomAccess.Read(file.SafeFileHandle, bytes[done..], from + done);
            done += length > 0 ? length : throw new EndOfStreamException();
        }
    }
}
