namespace Promote.Credentials.Fuzz.Mutations;

/// <summary>A part of a document that means something: a member, an element, a token.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="End">Behind its last byte.</param>
internal readonly record struct Part(int Start, int End)
{
    internal int Length => End - Start;

    internal ReadOnlySpan<byte> Of(byte[] document) => document.AsSpan(Start, Length);
}
