namespace Promote.Credentials.Server.Assessments.Files;

/// <summary>A kind of file that is taken as evidence, told by its bytes. Each is examined as it comes in, a part at a time.</summary>
/// <param name="MediaType">What <c>Content-Type</c> has to say.</param>
/// <param name="Extension">What its name ends with.</param>
/// <param name="Examine">Begins to examine one.</param>
internal sealed record FileKind(string MediaType, string Extension, Func<FileExaminer> Examine)
{
    /// <summary>Every kind.</summary>
    public static IReadOnlyList<FileKind> All { get; } =
    [
        new("application/pdf", ".pdf", () => new PdfExaminer()),
        new("image/png", ".png", () => new PngExaminer()),
        new("image/jpeg", ".jpg", () => new JpegExaminer()),
        new("image/webp", ".webp", () => new WebPExaminer()),
    ];

    public static FileKind? Of(string? mediaType) => All.FirstOrDefault(kind => kind.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase));
}
