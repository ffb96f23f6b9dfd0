namespace Promote.Credentials.Formats.Pdf;

/// <summary>A cross-reference: where to find one object.</summary>
/// <param name="Number">Number of the object.</param>
/// <param name="Kind">Where it leads.</param>
/// <param name="Position">Offset in the file, or the number of the object stream.</param>
/// <param name="Detail">Generation in the file, or the place in the object stream.</param>
internal readonly record struct XrefEntry(int Number, XrefKind Kind, int Position, int Detail);
