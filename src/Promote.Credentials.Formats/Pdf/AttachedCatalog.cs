using System.Text;

namespace Promote.Credentials.Formats.Pdf;

/// <summary>The catalog of a document with one more attachment; everything else that it says stays.</summary>
internal static class AttachedCatalog
{
    /// <summary>The version that file names in Unicode came with; what is of ISO 32000-2 older readers pass over.</summary>
    private const string Version = "1.7";

    internal static PdfObject.Dictionary Write(PdfDocument document, string fileName, PdfObject.Reference specification, string? language)
    {
        var catalog = Copy(document.Catalog);
        catalog.Entries["Names"] = Names(document, fileName, specification);
        catalog.Entries["AF"] = new PdfObject.Array([.. document.Catalog.Get<PdfObject.Array>("AF", document.Resolve)?.Items ?? [], specification]);

        // The frame of the window says what the document is rather than what its file is called (ISO 32000-1 §12.2).
        var preferences = Copy(document.Catalog.Get<PdfObject.Dictionary>("ViewerPreferences", document.Resolve));
        preferences.Entries.TryAdd("DisplayDocTitle", new PdfObject.Boolean(true));
        catalog.Entries["ViewerPreferences"] = preferences;

        if (language is not null)
        {
            catalog.Entries.TryAdd("Lang", PdfText.Write(language));
        }

        if (IsOlder(Encoding.Latin1.GetString(document.File, "%PDF-".Length, Version.Length))
            && (document.Catalog.Get<PdfObject.Name>("Version", document.Resolve) is not { } version || IsOlder(version.Value)))
        {
            catalog.Entries["Version"] = new PdfObject.Name(Version);
        }

        return catalog;
    }

    /// <summary>All trees of names, with that of the embedded files extended (ISO 32000-1 §7.7.4).</summary>
    private static PdfObject.Dictionary Names(PdfDocument document, string fileName, PdfObject.Reference specification)
    {
        var trees = Copy(document.Catalog.Get<PdfObject.Dictionary>("Names", document.Resolve));
        var files = trees.Get<PdfObject.Dictionary>("EmbeddedFiles", document.Resolve) is { } tree ? NameTree.Read(document, tree) : [];
        if (files.Count == PdfAttachments.MaxAttachments)
        {
            throw new InvalidPdfException($"The PDF has {PdfAttachments.MaxAttachments} attachments already.");
        }

        files.Add(new(FreeKey(files, fileName), specification));
        trees.Entries["EmbeddedFiles"] = NameTree.Write(files);
        return trees;
    }

    /// <summary>The name of the file; numbered when the tree has that name, which it may have only once.</summary>
    private static byte[] FreeKey(List<KeyValuePair<byte[], PdfObject>> files, string fileName)
    {
        var key = PdfText.Write(fileName).Bytes;
        for (var number = 2; files.Exists(file => file.Key.AsSpan().SequenceEqual(key)); number++)
        {
            key = PdfText.Write($"{fileName} ({number})").Bytes;
        }

        return key;
    }

    private static bool IsOlder(string version) => string.CompareOrdinal(version, Version) < 0;

    private static PdfObject.Dictionary Copy(PdfObject.Dictionary? original) => new(original is null ? new() : new(original.Entries));
}
