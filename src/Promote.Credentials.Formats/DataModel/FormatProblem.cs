namespace Promote.Credentials.Formats.DataModel;

/// <summary>One place where a document leaves its standard.</summary>
/// <param name="Pointer">RFC 6901 pointer; empty for the whole document.</param>
/// <param name="Message">What is wrong, without the document's own text.</param>
/// <param name="Severity">How much it matters.</param>
internal sealed record FormatProblem(string Pointer, string Message, FormatSeverity Severity = FormatSeverity.Error);
