namespace Promote.Credentials.Formats.Pdf;

/// <summary>The cross-references that were written with one state of the file, and its trailer.</summary>
internal sealed record XrefSection(bool IsStream, PdfObject.Dictionary Trailer, IReadOnlyList<XrefEntry> Entries)
{
    /// <summary>A table begins with its keyword, a stream with the number of its object (ISO 32000-1 §7.5.4, §7.5.8).</summary>
    internal static XrefSection Read(byte[] file, int offset, PdfBudget budget)
    {
        if (offset >= file.Length)
        {
            throw new InvalidPdfException("The PDF says that its cross-references lie beyond its end.");
        }

        var scanner = new PdfScanner(file, offset);
        scanner.SkipSpace();
        return scanner.TryTake("xref"u8) ? XrefTable.Read(file, scanner, budget) : XrefStream.Read(file, offset, budget);
    }

    /// <summary>What stands in a trailer or describes a cross-reference stream is no reference: nothing could follow it yet.</summary>
    internal static PdfObject? Direct(PdfObject? value) => value switch
    {
        PdfObject.Null => null,
        PdfObject.Reference => throw new InvalidPdfException("The cross-references of the PDF depend on an object that only they could find."),
        _ => value,
    };
}
