using System.Buffers;
using System.IO.Pipelines;

namespace Promote.Credentials.Server.Batches;

/// <summary>
/// A stream into an answer that may be written to without waiting. .NET's ZIP ends each of its files by such a write, which Kestrel refuses: here
/// it goes into the buffer of the answer, and is sent with the next write that waits.
/// </summary>
internal sealed class PipedStream(PipeWriter answer) : Stream
{
    private const int Enough = 64 * 1024;

    private int waiting;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        answer.Write(buffer);
        waiting += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        if (waiting >= Enough)
        {
            waiting = 0;
            await answer.FlushAsync(cancellationToken);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // What a file of a ZIP ends with is small: it can wait for the next one.
    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
