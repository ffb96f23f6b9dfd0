using System.Globalization;

namespace Promote.Credentials.Formats.Pdf;

/// <summary>Cross-references as a table of lines of 20 bytes (ISO 32000-1 §7.5.4).</summary>
internal static class XrefTable
{
    private const int EntryLength = 20;

    internal static XrefSection Read(byte[] file, PdfScanner scanner, PdfBudget budget)
    {
        var start = scanner.At;
        var entries = new List<XrefEntry>();
        while (scanner.TryTakeCount(out var first))
        {
            ReadSubsection(file, scanner, first, entries, budget);
        }

        scanner.Expect("trailer"u8);
        if (new PdfParser(scanner, budget).Read() is not PdfObject.Dictionary trailer)
        {
            throw new InvalidPdfException("The trailer of the PDF is not a dictionary.");
        }

        budget.SpendBytes(scanner.At - start);
        return new(IsStream: false, trailer, entries);
    }

    private static void ReadSubsection(byte[] file, PdfScanner scanner, int first, List<XrefEntry> entries, PdfBudget budget)
    {
        var count = scanner.ExpectCount();
        scanner.SkipWhiteSpace();
        if (count > (file.Length - scanner.At) / EntryLength || first > PdfBudget.MaxNumber + 1 - count)
        {
            throw new InvalidPdfException("The PDF ends within its cross-references, or they are of more objects than a PDF may have.");
        }

        budget.SpendEntries(count);
        for (var i = 0; i < count; i++, scanner.At += EntryLength)
        {
            entries.Add(ReadEntry(file.AsSpan(scanner.At, EntryLength), first + i));
        }
    }

    /// <summary>Offset of ten digits, generation of five, n or f, two characters that end the line.</summary>
    private static XrefEntry ReadEntry(ReadOnlySpan<byte> line, int number)
    {
        if (line[10] != ' ' || line[16] != ' ' || line[17] is not ((byte)'n' or (byte)'f') || line[18..].ContainsAnyExcept(" \r\n"u8)
            || !long.TryParse(line[..10], NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            || !int.TryParse(line[11..16], NumberStyles.None, CultureInfo.InvariantCulture, out var generation))
        {
            throw new InvalidPdfException($"The cross-reference of object {number} of the PDF is broken.");
        }

        if (line[17] == 'f')
        {
            return new(number, XrefKind.Free, 0, 0);
        }

        return offset <= int.MaxValue ? new(number, XrefKind.InFile, (int)offset, generation) : throw new InvalidPdfException("A cross-reference of the PDF leads beyond its end.");
    }
}
