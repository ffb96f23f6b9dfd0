namespace Promote.Credentials.Formats.Pictures;

/// <summary>What a PDF says about itself.</summary>
/// <param name="Title">Title of the document, which readers show in the frame of the window.</param>
/// <param name="Author">Who answers for the content: the issuer.</param>
/// <param name="Language">Language of the text as BCP 47 tag, which screen readers choose their voice by; null leaves it open.</param>
/// <param name="Created">When it was made, to the second. The only clock that the bytes depend on.</param>
public sealed record PdfMetadata(string Title, string Author, string? Language, DateTimeOffset Created);
