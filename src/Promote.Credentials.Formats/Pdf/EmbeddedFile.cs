using System.Globalization;

namespace Promote.Credentials.Formats.Pdf;

/// <summary>An attachment as a PDF holds it: a file specification (ISO 32000-1 §7.11.3) and the stream that it embeds (§7.11.4).</summary>
internal static class EmbeddedFile
{
    private const string UnknownType = "application/octet-stream";

    internal static PdfAttachment Read(PdfDocument document, byte[] key, PdfObject value)
    {
        if (document.Resolve(value) is not PdfObject.Dictionary specification || specification.Get<PdfObject.Dictionary>("EF", document.Resolve) is not { } embedded)
        {
            throw new InvalidPdfException("The PDF lists an attachment that is not embedded in it.");
        }

        // Some viewers look at the one entry and some at the other; they must not see different files.
        var stream = embedded["UF"] ?? embedded["F"];
        if (embedded["F"] is { } older && older != stream)
        {
            throw new InvalidPdfException("The PDF has an attachment that is two different files.");
        }

        if (document.Resolve(stream) is not PdfObject.Stream file)
        {
            throw new InvalidPdfException("The PDF has an attachment whose content is not there.");
        }

        return new(
            Text(document, specification, "UF") ?? Text(document, specification, "F") ?? PdfText.Read(key),
            file.Entries.Get<PdfObject.Name>("Subtype", document.Resolve)?.Value ?? UnknownType,
            Text(document, specification, "Desc") ?? "",
            document.Decode(file));
    }

    internal static PdfObject.Dictionary StreamEntries(PdfAttachment attachment, DateTimeOffset modified)
    {
        var date = new PdfObject.String([.. "D:"u8, .. System.Text.Encoding.ASCII.GetBytes(modified.UtcDateTime.ToString("yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture))]);
        return new(new()
        {
            ["Type"] = new PdfObject.Name("EmbeddedFile"),
            ["Subtype"] = new PdfObject.Name(attachment.MediaType),
            ["Params"] = new PdfObject.Dictionary(new()
            {
                ["Size"] = new PdfObject.Integer(attachment.Bytes.Length),
                ["CreationDate"] = date,
                ["ModDate"] = date,
            }),
        });
    }

    /// <summary>The document was made from the attachment, so that is its source (ISO 32000-2 §7.11.3, table 43).</summary>
    internal static PdfObject.Dictionary Specification(PdfAttachment attachment, PdfObject.Reference stream)
    {
        var name = PdfText.Write(attachment.FileName);
        return new(new()
        {
            ["Type"] = new PdfObject.Name("Filespec"),
            ["F"] = name,
            ["UF"] = name,
            ["Desc"] = PdfText.Write(attachment.Description),
            ["AFRelationship"] = new PdfObject.Name("Source"),
            ["EF"] = new PdfObject.Dictionary(new() { ["F"] = stream, ["UF"] = stream }),
        });
    }

    private static string? Text(PdfDocument document, PdfObject.Dictionary specification, string key) =>
        specification.Get<PdfObject.String>(key, document.Resolve) is { } text ? PdfText.Read(text.Bytes) : null;
}
