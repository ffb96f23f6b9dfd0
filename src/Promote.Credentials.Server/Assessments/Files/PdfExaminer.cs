namespace Promote.Credentials.Server.Assessments.Files;

/// <summary>PDF: begins with its version and ends with <c>%%EOF</c> (ISO 32000-1 §7.5.2 and §7.5.5).</summary>
internal sealed class PdfExaminer : FileExaminer
{
    public override string? WhyNotBegun() => Head.StartsWith("%PDF-"u8) ? null : "The bytes are not those of a PDF.";

    // A line end behind it, and nothing else: a ZIP or a page of HTML hangs there in files that are two things at once.
    public override string? WhyNotEnded() => Tail.TrimEnd("\r\n \0"u8).EndsWith("%%EOF"u8) ? null : "The PDF is cut off, or something follows its end.";
}
