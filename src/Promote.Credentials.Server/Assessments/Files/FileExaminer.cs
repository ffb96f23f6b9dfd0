namespace Promote.Credentials.Server.Assessments.Files;

/// <summary>
/// Reads a file as it comes in and says what is wrong with it. A file has to begin and to end as its kind does, so that one that is
/// cut off, or is also of another kind because something hangs behind its end, is not kept.
/// </summary>
internal abstract class FileExaminer
{
    private readonly byte[] head = new byte[16];
    private readonly byte[] tail = new byte[16];
    private int tailLength;

    /// <summary>How many bytes came so far.</summary>
    protected long Length { get; private set; }

    /// <summary>The first bytes, at most 16.</summary>
    protected ReadOnlySpan<byte> Head => head.AsSpan(0, (int)Math.Min(Length, head.Length));

    /// <summary>The last bytes, at most 16.</summary>
    protected ReadOnlySpan<byte> Tail => tail.AsSpan(0, tailLength);

    /// <summary>Takes the next bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (Length < head.Length)
        {
            var first = bytes[..Math.Min(bytes.Length, head.Length - (int)Length)];
            first.CopyTo(head.AsSpan((int)Length));
        }

        Follow(bytes);
        Length += bytes.Length;
        KeepTail(bytes);
    }

    /// <summary>What is wrong with the beginning; null when it is that of this kind.</summary>
    public abstract string? WhyNotBegun();

    /// <summary>What is wrong with the whole file; null when nothing is.</summary>
    public abstract string? WhyNotEnded();

    /// <summary>Looks at the next bytes, before they count.</summary>
    protected virtual void Follow(ReadOnlySpan<byte> bytes)
    {
    }

    private void KeepTail(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= tail.Length)
        {
            bytes[^tail.Length..].CopyTo(tail);
            tailLength = tail.Length;
            return;
        }

        var kept = Math.Min(tailLength, tail.Length - bytes.Length);
        tail.AsSpan(tailLength - kept, kept).CopyTo(tail);
        bytes.CopyTo(tail.AsSpan(kept));
        tailLength = kept + bytes.Length;
    }
}
