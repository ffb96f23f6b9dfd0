namespace Promote.Credentials.Server.Outbound;

/// <summary>Reads a body that may be endless.</summary>
internal static class BoundedBody
{
    private const int Step = 16 * 1024;

    /// <summary>The whole body, or null when it has more bytes.</summary>
    /// <exception cref="InvalidDataException">It was packed, and cannot be unpacked.</exception>
    public static async Task<byte[]?> ReadAsync(Stream body, int maxBytes, CancellationToken cancellationToken)
    {
        using var read = new MemoryStream();
        var buffer = new byte[Step];
        int count;
        while ((count = await ReadSomeAsync(body, buffer, cancellationToken)) > 0)
        {
            if (read.Length + count > maxBytes)
            {
                return null;
            }

            read.Write(buffer, 0, count);
        }

        return read.ToArray();
    }

    /// <summary>Reads some of a body and forgets it; when that was all, its connection can be used again.</summary>
    public static async Task SkipAsync(Stream body, int maxBytes, CancellationToken cancellationToken)
    {
        var buffer = new byte[maxBytes];
        int count;
        for (var read = 0; read < maxBytes && (count = await ReadSomeAsync(body, buffer.AsMemory(read), cancellationToken)) > 0; read += count)
        {
        }
    }

    // Of a stranger's bytes that are no Brotli .NET says InvalidOperationException, as if the program were wrong.
    private static async ValueTask<int> ReadSomeAsync(Stream body, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellationToken);
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidDataException(exception.Message, exception);
        }
    }
}
