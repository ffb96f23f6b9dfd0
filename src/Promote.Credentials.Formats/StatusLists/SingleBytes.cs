namespace Promote.Credentials.Formats.StatusLists;

/// <summary>Gives one byte at a time, so that whoever reads takes not one byte more than it needs, and its position tells where that was.</summary>
internal sealed class SingleBytes(ReadOnlyMemory<byte> bytes) : Stream
{
    private int next;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => bytes.Length;

    public override long Position
    {
        get => next;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty || next == bytes.Length)
        {
            return 0;
        }

        buffer[0] = bytes.Span[next++];
        return 1;
    }

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
