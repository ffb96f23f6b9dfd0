using System.Text.Json;

namespace Promote.Credentials.Formats.Linting;

/// <summary>A value with nothing below it: a text, number, truth value or null, or an empty array or object.</summary>
/// <param name="Name">The member that it belongs to; for an item of an array the array's.</param>
/// <param name="Value">The value.</param>
/// <param name="Text">Its text when it is one.</param>
internal readonly record struct LintLeaf(string Name, JsonElement Value, string? Text);
