namespace Promote.Credentials.Formats.Pdf;

/// <summary>
/// What reading one PDF may cost. Offsets in a PDF can make the same bytes part of many objects and small streams swell,
/// so everything that is read is paid for, and the work stays in proportion to the file.
/// </summary>
internal sealed class PdfBudget
{
    /// <summary>How deep arrays and dictionaries, name trees and chains of references and of cross-references may go.</summary>
    internal const int MaxDepth = 32;

    /// <summary>Largest number of an object that readers take (ISO 32000-1 Annex C.2).</summary>
    internal const int MaxNumber = 8_388_607;

    /// <summary>Far more than lie between a trailer and the attachments.</summary>
    private const int MaxValues = 200_000;

    private const int MaxEntries = 1_000_000;

    private readonly int maxDecoded;
    private long bytes;
    private int values = MaxValues;
    private int entries;
    private int decoded;

    internal PdfBudget(int fileLength, int maxDecoded)
    {
        this.maxDecoded = maxDecoded;
        // A file in order is read once, and what was decompressed of it once more.
        bytes = 2L * ((long)fileLength + maxDecoded);
        entries = Math.Min(fileLength, MaxEntries);
        decoded = maxDecoded;
    }

    internal void SpendBytes(int count)
    {
        bytes -= count;
        if (bytes < 0)
        {
            throw new InvalidPdfException("The objects of the PDF lie over one another.");
        }
    }

    internal void SpendValues(int count) => Spend(ref values, count, $"The PDF needs more than {MaxValues} values to be read.");

    internal void SpendEntries(int count) => Spend(ref entries, count, "The PDF has more cross-references than its size allows.");

    internal void SpendDecoded(int count) => Spend(ref decoded, count, $"The PDF holds more than {maxDecoded} bytes when it is decompressed.");

    private static void Spend(ref int left, int count, string refusal)
    {
        if (count > left)
        {
            throw new InvalidPdfException(refusal);
        }

        left -= count;
    }
}
