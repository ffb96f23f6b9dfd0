namespace Promote.Credentials.Fuzz.Mutations;

/// <summary>Bytes with a part of them replaced.</summary>
internal static class Splice
{
    internal static byte[] Replace(byte[] document, Part part, ReadOnlySpan<byte> by) =>
        [.. document.AsSpan(0, part.Start), .. by, .. document.AsSpan(part.End)];

    internal static byte[] Without(byte[] document, Part part) => Replace(document, part, []);

    internal static byte[] Insert(byte[] document, int at, ReadOnlySpan<byte> what) => Replace(document, new Part(at, at), what);
}
