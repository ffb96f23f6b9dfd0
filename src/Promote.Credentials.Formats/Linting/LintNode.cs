using System.Text.Json;

namespace Promote.Credentials.Formats.Linting;

/// <summary>An object with a <c>type</c>: one node of a linked-data document.</summary>
/// <param name="Pointer">RFC 6901 pointer.</param>
/// <param name="Type">Its type; of several, the last and most special one.</param>
/// <param name="Value">The object.</param>
internal readonly record struct LintNode(string Pointer, string Type, JsonElement Value);
