namespace Promote.Credentials.Formats.Linting;

/// <summary>A document as a writer made it: not yet checked, so it cannot be signed.</summary>
/// <param name="Format">Name of its format.</param>
/// <param name="Utf8">Its exact bytes.</param>
public sealed record Draft(string Format, ReadOnlyMemory<byte> Utf8);
