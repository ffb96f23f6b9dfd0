namespace Promote.Credentials.Formats.Pdf;

/// <summary>A file inside a PDF (ISO 32000-1 §7.11.4).</summary>
/// <param name="FileName">Its name as viewers show it. One that was read is whatever its writer chose: no path to save to.</param>
/// <param name="MediaType">Its media type, <c>application/octet-stream</c> where the PDF does not say.</param>
/// <param name="Description">What it is, in the words of its writer; empty where the PDF does not say.</param>
/// <param name="Bytes">The very bytes of the file.</param>
public sealed record PdfAttachment(string FileName, string MediaType, string Description, ReadOnlyMemory<byte> Bytes);
