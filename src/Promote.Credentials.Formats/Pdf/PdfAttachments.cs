namespace Promote.Credentials.Formats.Pdf;

/// <summary>
/// Files inside PDFs: what stands in the name tree of embedded files (ISO 32000-1 §7.11.4), which viewers list as attachments.
/// PDFs are read strictly and never repaired, so that two readers of one file do not see two documents.
/// </summary>
public static class PdfAttachments
{
    /// <summary>Largest PDF that is read or made, in bytes.</summary>
    public const int MaxPdfBytes = 8 * 1024 * 1024;

    /// <summary>Most attachments of one PDF.</summary>
    public const int MaxAttachments = 256;

    private const int MaxNameLength = 255;

    // A limit of names in PDFs that readers may keep (ISO 32000-1 Annex C.2).
    private const int MaxTypeLength = 127;

    private static ReadOnlySpan<byte> Header => "%PDF-"u8;

    /// <summary>
    /// Adds a file behind the document, whose bytes stay as they are in front (ISO 32000-1 §7.5.6). A file of the same name that is there already stays too.
    /// The same document, file and date give the same bytes.
    /// </summary>
    /// <param name="pdf">The document: not encrypted.</param>
    /// <param name="attachment">The file. Its name is no path, and its media type is ASCII.</param>
    /// <param name="modified">When the file was made, to the second.</param>
    /// <param name="language">Language of the document as BCP 47 tag, for one that does not name its own.</param>
    /// <exception cref="InvalidPdfException">The document is none, is not read here, or grows too large.</exception>
    /// <exception cref="ArgumentException">The file has a name, type or description that a PDF cannot say, or the language is no tag.</exception>
    public static byte[] Attach(ReadOnlySpan<byte> pdf, PdfAttachment attachment, DateTimeOffset modified, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        Check(attachment, language);
        if (!IsPdf(pdf))
        {
            throw new InvalidPdfException("The file does not begin as a PDF.");
        }

        var document = PdfDocument.Open(pdf, MaxPdfBytes);
        var update = new PdfUpdate(document);
        var stream = update.AddStream(EmbeddedFile.StreamEntries(attachment, modified), attachment.Bytes.Span);
        var specification = update.Add(EmbeddedFile.Specification(attachment, stream));
        update.Replace(document.CatalogId, AttachedCatalog.Write(document, attachment.FileName, specification, language));
        var attached = update.Finish();
        return attached.Length <= MaxPdfBytes ? attached : throw new InvalidPdfException($"The PDF with its attachment has more than {MaxPdfBytes / 1024 / 1024} MiB.");
    }

    /// <summary>Reads every attachment.</summary>
    /// <param name="pdf">Any bytes.</param>
    /// <param name="attachments">The attachments, in the order of the name tree; empty when the PDF has none.</param>
    /// <param name="maxBytes">How much the parts of the PDF that are read may have altogether after decompression.</param>
    /// <returns>False when the bytes are no PDF at all.</returns>
    /// <exception cref="InvalidPdfException">The PDF is broken, encrypted, too large or written in a way that is not read here.</exception>
    public static bool TryRead(ReadOnlySpan<byte> pdf, out IReadOnlyList<PdfAttachment> attachments, int maxBytes = MaxPdfBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxBytes);
        attachments = [];
        if (!IsPdf(pdf))
        {
            return false;
        }

        var document = PdfDocument.Open(pdf, maxBytes);
        if (document.Catalog.Get<PdfObject.Dictionary>("Names", document.Resolve)?.Get<PdfObject.Dictionary>("EmbeddedFiles", document.Resolve) is { } tree)
        {
            attachments = [.. NameTree.Read(document, tree).Select(file => EmbeddedFile.Read(document, file.Key, file.Value))];
        }

        return true;
    }

    /// <summary>Whether the bytes begin as a PDF does; nothing else is looked at.</summary>
    public static bool IsPdf(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Header);

    private static void Check(PdfAttachment attachment, string? language)
    {
        if (attachment.FileName.Length is 0 or > MaxNameLength || attachment.FileName.Any(character => character is '/' or '\\' || char.IsControl(character)))
        {
            throw new ArgumentException("The name of an attachment is the name of a file, without folders.", nameof(attachment));
        }

        if (attachment.MediaType.Length is 0 or > MaxTypeLength || attachment.MediaType.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            throw new ArgumentException("The media type of an attachment is printable ASCII without spaces.", nameof(attachment));
        }

        if (attachment.Bytes.Length > MaxPdfBytes)
        {
            throw new ArgumentException($"An attachment has at most {MaxPdfBytes / 1024 / 1024} MiB.", nameof(attachment));
        }

        if (language is not null && (language.Length is 0 or > MaxNameLength || !language.All(character => char.IsAsciiLetterOrDigit(character) || character == '-')))
        {
            throw new ArgumentException("The language is no BCP 47 tag.", nameof(language));
        }
    }
}
