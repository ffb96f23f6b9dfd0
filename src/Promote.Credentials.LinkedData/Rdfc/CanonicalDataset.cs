namespace Promote.Credentials.LinkedData.Rdfc;

/// <summary>A dataset whose blank nodes have canonical labels.</summary>
/// <param name="NQuads">Its canonical N-Quads, UTF-8, sorted by code point.</param>
/// <param name="IssuedIdentifiers">From the label of each blank node as it was to its canonical one, both without <c>_:</c>.</param>
public sealed record CanonicalDataset(ReadOnlyMemory<byte> NQuads, IReadOnlyDictionary<string, string> IssuedIdentifiers);
