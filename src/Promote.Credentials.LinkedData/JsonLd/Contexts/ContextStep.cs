namespace Promote.Credentials.LinkedData.JsonLd.Contexts;

/// <summary>One way from a context to another: a URL that the document names, or a term whose scoped context applies.</summary>
/// <param name="Url">The context's URL; null for a term.</param>
/// <param name="Term">The term, compared by identity; null for a URL.</param>
/// <param name="Scope">How a scoped context applies.</param>
internal readonly record struct ContextStep(string? Url, TermDefinition? Term, ContextScope Scope);
