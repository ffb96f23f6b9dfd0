using System.Globalization;

namespace Promote.Credentials.Formats.Pdf;

/// <summary>Where the newest state of every object lies, put together of all sections of the file (ISO 32000-1 §7.5.6).</summary>
internal sealed class Xref
{
    private static ReadOnlySpan<byte> EndOfFile => "%%EOF"u8;

    private static ReadOnlySpan<byte> StartKeyword => "startxref"u8;

    private readonly Dictionary<int, XrefEntry> entries = [];

    private Xref(int start, XrefSection newest)
    {
        Start = start;
        IsStream = newest.IsStream;
        Trailer = newest.Trailer;
    }

    /// <summary>Offset of the newest section.</summary>
    internal int Start { get; }

    /// <summary>Whether the newest section is a stream; an update has to be of the same kind.</summary>
    internal bool IsStream { get; }

    internal PdfObject.Dictionary Trailer { get; }

    /// <summary>A number that is larger than that of any object.</summary>
    internal int Size => Math.Max(entries.Keys.DefaultIfEmpty(0).Max() + 1, Trailer.GetCount("Size", XrefSection.Direct) ?? 0);

    internal static Xref Read(byte[] file, PdfBudget budget)
    {
        var start = FindStart(file);
        var section = XrefSection.Read(file, start, budget);
        var xref = new Xref(start, section);
        for (var sections = 1; ; sections++)
        {
            xref.Add(file, section, budget);
            if (section.Trailer.GetCount("Prev", XrefSection.Direct) is not { } previous)
            {
                return xref;
            }

            // A chain that bites its own tail is too long as well.
            if (sections == PdfBudget.MaxDepth)
            {
                throw new InvalidPdfException($"The PDF has more than {PdfBudget.MaxDepth} sections of cross-references, or they lead round in a circle.");
            }

            section = XrefSection.Read(file, previous, budget);
        }
    }

    internal XrefEntry Find(int number) => entries.GetValueOrDefault(number);

    /// <summary>Adds an older section: what newer ones say stays.</summary>
    private void Add(byte[] file, XrefSection section, PdfBudget budget)
    {
        if (section.Trailer["Encrypt"] is not (null or PdfObject.Null))
        {
            throw new InvalidPdfException("The PDF is encrypted.");
        }

        AddAll(section.Entries.Where(entry => entry.Kind != XrefKind.Free));

        // In a file for old and new readers the table calls free what only new readers find, in a stream (§7.5.8.4).
        if (!section.IsStream && section.Trailer.GetCount("XRefStm", XrefSection.Direct) is { } hidden)
        {
            AddAll(XrefStream.Read(file, hidden, budget).Entries);
        }

        AddAll(section.Entries);
    }

    private void AddAll(IEnumerable<XrefEntry> older)
    {
        foreach (var entry in older)
        {
            entries.TryAdd(entry.Number, entry);
        }
    }

    /// <summary>The last lines of the file: the keyword, the offset and the end (ISO 32000-1 §7.5.5). Nothing but white space may follow.</summary>
    private static int FindStart(ReadOnlySpan<byte> file)
    {
        var rest = file.TrimEnd(PdfScanner.WhiteSpace);
        if (!rest.EndsWith(EndOfFile))
        {
            throw new InvalidPdfException("The PDF does not end as PDFs do: it breaks off, or something follows it.");
        }

        rest = rest[..^EndOfFile.Length].TrimEnd(PdfScanner.WhiteSpace);
        var digits = rest[(rest.LastIndexOfAnyExceptInRange((byte)'0', (byte)'9') + 1)..];
        var keyword = rest[..^digits.Length].TrimEnd(PdfScanner.WhiteSpace);
        return keyword.EndsWith(StartKeyword) && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            ? start
            : throw new InvalidPdfException("The PDF does not say where its cross-references are.");
    }
}
