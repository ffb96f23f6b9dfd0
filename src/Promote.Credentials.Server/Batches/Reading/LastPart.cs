using Microsoft.AspNetCore.WebUtilities;

namespace Promote.Credentials.Server.Batches.Reading;

/// <summary>The file in a form, which is the last of it: nothing that decides what happens to the file may come after it.</summary>
internal sealed class LastPart(MultipartReader form, Stream file) : Stream
{
    private bool isOver;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            var length = await file.ReadAsync(buffer, cancellationToken);
            if (length == 0 && buffer.Length > 0 && !isOver)
            {
                isOver = true;
                if (await form.ReadNextSectionAsync(cancellationToken) is not null)
                {
                    throw new BatchFileException("Something comes after the file: put every field of the form before it.");
                }
            }

            return length;
        }
        catch (Exception broken) when (broken is InvalidDataException || broken.GetType() == typeof(IOException))
        {
            throw new BatchFileException("The form ends before the file does.");
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    // Whoever only reads flushes too, when it is disposed of.
    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
