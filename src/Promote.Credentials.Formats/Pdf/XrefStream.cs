namespace Promote.Credentials.Formats.Pdf;

/// <summary>Cross-references as a stream of numbers of fixed widths (ISO 32000-1 §7.5.8).</summary>
internal static class XrefStream
{
    internal const int Fields = 3;

    private const int MaxWidth = 8;

    internal static XrefSection Read(byte[] file, int offset, PdfBudget budget)
    {
        if (IndirectObject.Read(file, offset, budget, XrefSection.Direct).Value is not PdfObject.Stream stream || !stream.Entries.IsOfType("XRef"))
        {
            throw new InvalidPdfException("The PDF has no cross-references where it says that they are.");
        }

        var data = StreamData.Decode(file, stream, budget, XrefSection.Direct);
        return new(IsStream: true, stream.Entries, ReadEntries(data, stream.Entries, budget));
    }

    private static List<XrefEntry> ReadEntries(ReadOnlySpan<byte> data, PdfObject.Dictionary dictionary, PdfBudget budget)
    {
        var widths = Widths(dictionary);
        var entryLength = widths.Sum();
        var entries = new List<XrefEntry>();
        foreach (var (first, count) in Subsections(dictionary))
        {
            if (count > data.Length / entryLength || first > PdfBudget.MaxNumber + 1 - count)
            {
                throw new InvalidPdfException("The cross-reference stream of the PDF is shorter than it says, or of more objects than a PDF may have.");
            }

            budget.SpendEntries(count);
            for (var i = 0; i < count; i++)
            {
                entries.Add(ReadEntry(data, widths, first + i));
                data = data[entryLength..];
            }
        }

        return entries;
    }

    private static int[] Widths(PdfObject.Dictionary dictionary)
    {
        int[] widths = [.. Counts(dictionary, "W") ?? []];
        return widths.Length == Fields && widths.All(width => width <= MaxWidth) && widths.Sum() > 0
            ? widths
            : throw new InvalidPdfException("The cross-reference stream of the PDF has no widths, or impossible ones.");
    }

    /// <summary>Runs of object numbers: the first, and how many.</summary>
    private static IEnumerable<(int First, int Count)> Subsections(PdfObject.Dictionary dictionary)
    {
        if (Counts(dictionary, "Index") is not { } index)
        {
            return [(0, dictionary.GetCount("Size", XrefSection.Direct) ?? 0)];
        }

        return index.Count % 2 == 0
            ? index.Chunk(2).Select(pair => (pair[0], pair[1]))
            : throw new InvalidPdfException("The cross-reference stream of the PDF names its objects in no pairs.");
    }

    private static List<int>? Counts(PdfObject.Dictionary dictionary, string key) => dictionary.Get<PdfObject.Array>(key, XrefSection.Direct)?.Items
        .Select(item => item is PdfObject.Integer { Value: >= 0 and <= int.MaxValue and var value } ? (int)value : throw new InvalidPdfException($"The entry {key} of the PDF holds something else than counts."))
        .ToList();

    private static XrefEntry ReadEntry(ReadOnlySpan<byte> data, int[] widths, int number)
    {
        // Without a first field all entries lead into the file.
        var kind = widths[0] == 0 ? (ulong)XrefKind.InFile : ReadNumber(ref data, widths[0]);
        var position = ReadNumber(ref data, widths[1]);
        var detail = ReadNumber(ref data, widths[2]);
        if (kind is not ((ulong)XrefKind.InFile or (ulong)XrefKind.InStream))
        {
            return new(number, XrefKind.Free, 0, 0); // kinds that are not known yet mean null (§7.5.8.3)
        }

        return position <= int.MaxValue && detail <= (kind == (ulong)XrefKind.InFile ? ushort.MaxValue : (ulong)int.MaxValue)
            ? new(number, (XrefKind)kind, (int)position, (int)detail)
            : throw new InvalidPdfException("A cross-reference of the PDF leads beyond its end.");
    }

    private static ulong ReadNumber(ref ReadOnlySpan<byte> data, int width)
    {
        var value = 0UL;
        foreach (var digit in data[..width])
        {
            value = (value << 8) | digit;
        }

        data = data[width..];
        return value;
    }
}
