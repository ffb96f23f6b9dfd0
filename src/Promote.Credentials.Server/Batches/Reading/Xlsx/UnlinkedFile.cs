using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Batches.Reading.Xlsx;

/// <summary>
/// Files that nobody else can open and that are gone when the process is: what stands in them is about people. On Unix the name is taken away
/// at once, so that not even a kill leaves one.
/// </summary>
internal static class UnlinkedFile
{
    private const int Buffer = 64 * 1024;

    /// <summary>An empty one in the folder for temporary files.</summary>
    public static FileStream Create()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Delete, Options = FileOptions.DeleteOnClose, BufferSize = Buffer };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var path = Path.Combine(Path.GetTempPath(), $"promote-{RandomId.New()}");
        var file = new FileStream(path, options);
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(path);
        }

        return file;
    }

    /// <summary>One with all of a stream in it, which is read to its end.</summary>
    /// <exception cref="BatchFileException">It has more bytes than these.</exception>
    public static async Task<FileStream> TakeAsync(Stream stream, long maxBytes, CancellationToken cancellationToken)
    {
        var file = Create();
        try
        {
            var buffer = new byte[Buffer];
            for (int length; (length = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                if (file.Length + length > maxBytes)
                {
                    throw new BatchFileException($"A spreadsheet has at most {maxBytes / 1024 / 1024} MiB: send more as CSV.");
                }

                await file.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
            }

            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
