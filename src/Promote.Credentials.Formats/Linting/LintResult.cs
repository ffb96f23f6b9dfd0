using System.Text.Json;

namespace Promote.Credentials.Formats.Linting;

/// <summary>A result of an OB 3.0 credential with the description that it refers to.</summary>
/// <param name="Pointer">RFC 6901 pointer of the result.</param>
/// <param name="Json">The result.</param>
/// <param name="Description">Its description.</param>
internal readonly record struct LintResult(string Pointer, JsonElement Json, JsonElement Description);
