namespace Promote.Credentials.Tests.LinkedData.JsonSchema;

/// <summary>A document that differs from a valid one in one place.</summary>
/// <param name="Schema">The official schema that was broken: <c>achievementcredential</c>, <c>endorsementcredential</c> or <c>profile</c>.</param>
/// <param name="Keyword">The keyword that the change aims at; empty for the valid document.</param>
/// <param name="Site">JSON pointer of that keyword in the official schema.</param>
/// <param name="Pointer">Where the document was changed.</param>
/// <param name="Json">The document.</param>
internal sealed record Mutant(string Schema, string Keyword, string Site, string Pointer, string Json);
