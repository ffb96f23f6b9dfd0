namespace Promote.Credentials.Formats.Pdf;

/// <summary>An object with a number, as it stands in the file (ISO 32000-1 §7.3.10).</summary>
/// <param name="Id">The number and generation that it gives itself.</param>
/// <param name="Value">What it is.</param>
internal sealed record IndirectObject(PdfObject.Reference Id, PdfObject Value)
{
    internal static IndirectObject Read(byte[] file, int offset, PdfBudget budget, Func<PdfObject?, PdfObject?> resolve)
    {
        if (offset >= file.Length)
        {
            throw new InvalidPdfException("A cross-reference of the PDF leads beyond its end.");
        }

        var scanner = new PdfScanner(file, offset);
        var id = new PdfObject.Reference(scanner.ExpectCount(), scanner.ExpectCount());
        scanner.Expect("obj"u8);
        var value = new PdfParser(scanner, budget).Read();
        scanner.SkipSpace();
        if (value is PdfObject.Dictionary dictionary && scanner.TryTake("stream"u8))
        {
            value = ReadStream(file, scanner, dictionary, resolve);
        }

        scanner.Expect("endobj"u8);
        budget.SpendBytes(scanner.At - offset);
        return new(id, value);
    }

    /// <summary>The data, which begin in the line after the keyword and are as long as the dictionary says (ISO 32000-1 §7.3.8).</summary>
    private static PdfObject.Stream ReadStream(byte[] file, PdfScanner scanner, PdfObject.Dictionary dictionary, Func<PdfObject?, PdfObject?> resolve)
    {
        if (scanner.Next == '\r')
        {
            scanner.Take();
        }

        if (scanner.Take() != '\n')
        {
            throw new InvalidPdfException("The PDF has a stream whose data do not begin in a new line.");
        }

        var start = scanner.At;
        var length = dictionary.GetCount("Length", resolve) ?? throw new InvalidPdfException("The PDF has a stream without a length.");
        if (length > file.Length - start)
        {
            throw new InvalidPdfException("The PDF ends within a stream.");
        }

        scanner.At = start + length;
        scanner.SkipWhiteSpace();
        return scanner.TryTake("endstream"u8) ? new(dictionary, start, length) : throw new InvalidPdfException("The PDF has a stream with a wrong length.");
    }
}
