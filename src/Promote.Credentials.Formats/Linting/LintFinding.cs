namespace Promote.Credentials.Formats.Linting;

/// <summary>One thing that keeps a draft from being signed.</summary>
/// <param name="Id">Stable id of the rule, <c>PC-L001</c> and so on.</param>
/// <param name="Pointer">RFC 6901 pointer into the draft.</param>
/// <param name="Message">One sentence; never repeats a value of the document.</param>
public sealed record LintFinding(string Id, string Pointer, string Message);
