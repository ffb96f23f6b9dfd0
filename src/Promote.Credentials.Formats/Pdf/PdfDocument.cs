namespace Promote.Credentials.Formats.Pdf;

/// <summary>The objects of a PDF, each read when it is first asked for.</summary>
internal sealed class PdfDocument
{
    private readonly PdfBudget budget;
    private readonly Dictionary<int, PdfObject> objects = [];
    private readonly Dictionary<int, ObjectStream> streams = [];
    private int depth;

    private PdfDocument(byte[] file, int maxDecoded)
    {
        budget = new(file.Length, maxDecoded);
        File = file;
        Xref = Xref.Read(file, budget);
    }

    internal byte[] File { get; }

    internal Xref Xref { get; }

    internal PdfObject.Reference CatalogId => Xref.Trailer["Root"] as PdfObject.Reference ?? throw new InvalidPdfException("The trailer of the PDF does not name its catalog.");

    /// <summary>The root of everything in the document (ISO 32000-1 §7.7.2).</summary>
    internal PdfObject.Dictionary Catalog => Resolve(CatalogId) is PdfObject.Dictionary catalog && catalog.IsOfType("Catalog")
        ? catalog
        : throw new InvalidPdfException("The PDF has no catalog.");

    internal static PdfDocument Open(ReadOnlySpan<byte> pdf, int maxDecoded)
    {
        if (pdf.Length > PdfAttachments.MaxPdfBytes)
        {
            throw new InvalidPdfException($"The PDF has more than {PdfAttachments.MaxPdfBytes / 1024 / 1024} MiB.");
        }

        return new(pdf.ToArray(), maxDecoded);
    }

    /// <summary>What a reference leads to; anything else as it is. An object that is not there is null (ISO 32000-1 §7.3.10).</summary>
    internal PdfObject? Resolve(PdfObject? value)
    {
        for (var hops = 0; value is PdfObject.Reference reference; hops++)
        {
            if (hops == PdfBudget.MaxDepth)
            {
                throw TooDeep();
            }

            value = Load(reference);
        }

        return value is PdfObject.Null ? null : value;
    }

    internal byte[] Decode(PdfObject.Stream stream) => StreamData.Decode(File, stream, budget, Resolve);

    private PdfObject? Load(PdfObject.Reference id)
    {
        var entry = Xref.Find(id.Number);
        if (entry.Kind == XrefKind.Free || id.Generation != (entry.Kind == XrefKind.InFile ? entry.Detail : 0))
        {
            return null;
        }

        if (objects.TryGetValue(id.Number, out var known))
        {
            return known;
        }

        // The length of a stream may lie in an object stream, whose length may lie in another, and that in the first.
        if (depth == PdfBudget.MaxDepth)
        {
            throw TooDeep();
        }

        depth++;
        var value = entry.Kind == XrefKind.InFile ? LoadFromFile(id, entry) : StreamOf(entry).Read(id.Number, entry.Detail);
        depth--;
        return objects[id.Number] = value;
    }

    private PdfObject LoadFromFile(PdfObject.Reference id, XrefEntry entry)
    {
        var found = IndirectObject.Read(File, entry.Position, budget, Resolve);
        return found.Id == id ? found.Value : throw new InvalidPdfException($"The object {id.Number} of the PDF is not where its cross-reference says.");
    }

    private ObjectStream StreamOf(XrefEntry entry)
    {
        if (streams.TryGetValue(entry.Position, out var known))
        {
            return known;
        }

        if (Xref.Find(entry.Position).Kind != XrefKind.InFile || Load(new(entry.Position, 0)) is not PdfObject.Stream stream)
        {
            throw new InvalidPdfException("The PDF has an object in a stream that is not there.");
        }

        return streams[entry.Position] = new(Decode(stream), stream.Entries, budget, Resolve);
    }

    private static InvalidPdfException TooDeep() => new($"The PDF follows references more than {PdfBudget.MaxDepth} deep, or in a circle.");
}
