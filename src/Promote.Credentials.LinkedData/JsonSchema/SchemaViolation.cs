namespace Promote.Credentials.LinkedData.JsonSchema;

/// <summary>One place where a document does not fit a schema.</summary>
/// <param name="Pointer">JSON pointer (RFC 6901) of the value; the empty string is the whole document.</param>
/// <param name="Keyword">The keyword of the schema that the value fails, such as <c>required</c>.</param>
/// <param name="Message">A sentence for the author of the document. It never repeats the document's own text.</param>
public sealed record SchemaViolation(string Pointer, string Keyword, string Message);
