using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Promote.Credentials.Formats.Pdf;

/// <summary>
/// Objects that are written behind a document as it is, with cross-references that lead back to those before (ISO 32000-1 §7.5.6).
/// They are of the kind that the document has (§7.5.8), so that whoever reads the one reads the other.
/// </summary>
internal sealed class PdfUpdate
{
    private const int IdLength = 16;

    /// <summary>File, specification and cross-reference stream.</summary>
    private const int MaxObjects = 3;

    /// <summary>What belongs to one section or to the stream that it is, and not to the document.</summary>
    private static readonly string[] OfOneSection = ["Size", "Prev", "XRefStm", "ID", "Type", "W", "Index", "Length", "Filter", "DecodeParms", "Encrypt"];

    private readonly PdfDocument document;
    private readonly ArrayBufferWriter<byte> file = new();
    private readonly SortedDictionary<int, XrefEntry> entries = [];
    private int next;

    internal PdfUpdate(PdfDocument document)
    {
        this.document = document;
        next = Math.Max(document.Xref.Size, 1);
        if (next > PdfBudget.MaxNumber - MaxObjects)
        {
            throw new InvalidPdfException("The PDF has no numbers left for more objects.");
        }

        file.Write(document.File);
        if (document.File[^1] is not ((byte)'\n' or (byte)'\r'))
        {
            PdfWriter.Ascii(file, "\n");
        }
    }

    internal PdfObject.Reference Add(PdfObject value)
    {
        var id = new PdfObject.Reference(next++, 0);
        Replace(id, value);
        return id;
    }

    internal PdfObject.Reference AddStream(PdfObject.Dictionary entries, ReadOnlySpan<byte> data)
    {
        var compressed = Compress(data);
        if (compressed.Length < data.Length)
        {
            entries.Entries["Filter"] = new PdfObject.Name("FlateDecode");
            data = compressed;
        }

        var id = new PdfObject.Reference(next++, 0);
        WriteStream(id, entries, data);
        return id;
    }

    internal void Replace(PdfObject.Reference id, PdfObject value)
    {
        Begin(id);
        PdfWriter.Write(file, value);
        PdfWriter.Ascii(file, "\nendobj\n");
    }

    internal byte[] Finish()
    {
        var trailer = Trailer();
        var start = file.WrittenCount;
        if (document.Xref.IsStream)
        {
            WriteXrefStream(trailer);
        }
        else
        {
            WriteXrefTable(trailer);
        }

        PdfWriter.Ascii(file, $"startxref\n{start}\n%%EOF\n");
        return file.WrittenSpan.ToArray();
    }

    /// <summary>That of the document, and where its cross-references are.</summary>
    private PdfObject.Dictionary Trailer()
    {
        var trailer = new PdfObject.Dictionary(new(document.Xref.Trailer.Entries.Where(entry => !OfOneSection.Contains(entry.Key))));
        trailer.Entries["Size"] = new PdfObject.Integer(document.Xref.IsStream ? next + 1 : next);
        trailer.Entries["Prev"] = new PdfObject.Integer(document.Xref.Start);

        // The first part says which document it is, the second which state of it (§14.4).
        if (document.Xref.Trailer.Get<PdfObject.Array>("ID", document.Resolve) is { } id)
        {
            var permanent = id.Items.Count == 2 && document.Resolve(id.Items[0]) is PdfObject.String first ? first : throw new InvalidPdfException("The PDF has an identifier that is not two strings.");
            trailer.Entries["ID"] = new PdfObject.Array([permanent, new PdfObject.String(SHA256.HashData(file.WrittenSpan)[..IdLength])]);
        }

        return trailer;
    }

    private void WriteXrefTable(PdfObject.Dictionary trailer)
    {
        PdfWriter.Ascii(file, "xref\n");
        foreach (var (number, entry) in entries)
        {
            PdfWriter.Ascii(file, $"{number} 1\n{entry.Position:D10} {entry.Detail:D5} n \n");
        }

        PdfWriter.Ascii(file, "trailer\n");
        PdfWriter.Write(file, trailer);
        PdfWriter.Ascii(file, "\n");
    }

    private void WriteXrefStream(PdfObject.Dictionary trailer)
    {
        var id = new PdfObject.Reference(next++, 0);
        entries[id.Number] = new(id.Number, XrefKind.InFile, file.WrittenCount, 0);
        trailer.Entries["Type"] = new PdfObject.Name("XRef");
        trailer.Entries["Index"] = new PdfObject.Array([.. entries.Keys.SelectMany(number => new[] { new PdfObject.Integer(number), new PdfObject.Integer(1) })]);
        trailer.Entries["W"] = new PdfObject.Array([new PdfObject.Integer(1), new PdfObject.Integer(sizeof(int)), new PdfObject.Integer(sizeof(ushort))]);
        WriteStream(id, trailer, [.. entries.Values.SelectMany(Row)]);
    }

    private static byte[] Row(XrefEntry entry) =>
    [
        (byte)entry.Kind,
        (byte)(entry.Position >> 24), (byte)(entry.Position >> 16), (byte)(entry.Position >> 8), (byte)entry.Position,
        (byte)(entry.Detail >> 8), (byte)entry.Detail,
    ];

    private void WriteStream(PdfObject.Reference id, PdfObject.Dictionary dictionary, ReadOnlySpan<byte> data)
    {
        dictionary.Entries["Length"] = new PdfObject.Integer(data.Length);
        Begin(id);
        PdfWriter.Write(file, dictionary);
        PdfWriter.Ascii(file, "\nstream\n");
        file.Write(data);
        PdfWriter.Ascii(file, "\nendstream\nendobj\n");
    }

    private void Begin(PdfObject.Reference id)
    {
        entries[id.Number] = new(id.Number, XrefKind.InFile, file.WrittenCount, id.Generation);
        PdfWriter.Ascii(file, $"{id.Number} {id.Generation} obj\n");
    }

    private static byte[] Compress(ReadOnlySpan<byte> data)
    {
        var compressed = new MemoryStream();
        using (var deflate = new ZLibStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(data);
        }

        return compressed.ToArray();
    }
}
