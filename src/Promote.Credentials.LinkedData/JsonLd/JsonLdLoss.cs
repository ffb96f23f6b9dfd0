namespace Promote.Credentials.LinkedData.JsonLd;

/// <summary>One thing that a document says and its RDF does not.</summary>
/// <param name="Code">The code of safe mode that would have refused it, such as <c>undefined term</c>.</param>
/// <param name="Pointer">JSON pointer (RFC 6901) of what is lost.</param>
/// <param name="Message">A sentence for the author of the document, which may repeat the document's text.</param>
public sealed record JsonLdLoss(string Code, string Pointer, string Message);
