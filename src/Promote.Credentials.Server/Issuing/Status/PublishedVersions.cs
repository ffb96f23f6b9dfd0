using System.Collections.Frozen;
using System.Text.Json;
using Promote.Credentials.Server.Settings;

namespace Promote.Credentials.Server.Issuing.Status;

/// <summary>
/// The file outside the database that remembers what was published of each status list. A version gets in before anybody can
/// see it, so that whatever becomes of the database, nobody is un-revoked by going back. Nodes that share the file take turns.
/// </summary>
internal sealed class PublishedVersions(string path, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private static readonly FrozenDictionary<string, PublishedVersion> Nothing = FrozenDictionary<string, PublishedVersion>.Empty;

    private readonly SemaphoreSlim turn = new(1);
    private volatile Read current = new(default, -1, Nothing);

    /// <summary>What the file says now, by the ids of the lists; looked at again only where it was written since.</summary>
    /// <exception cref="SettingsException">It cannot be read.</exception>
    public IReadOnlyDictionary<string, PublishedVersion> Current() => Refresh().Lists;

    /// <summary>Changes what the file says, after everybody else has. What is changed is on the disk when this ends.</summary>
    /// <param name="change">Changes the lists; false when there was nothing to change.</param>
    /// <param name="cancellationToken">Counts while others have their turn.</param>
    /// <exception cref="SettingsException">It cannot be read or written.</exception>
    public async Task<bool> ChangeAsync(Func<Dictionary<string, PublishedVersion>, Task<bool>> change, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var others = await LockAsync(cancellationToken);
            var lists = new Dictionary<string, PublishedVersion>(Refresh().Lists, StringComparer.Ordinal);
            var changed = await change(lists);
            if (changed)
            {
                Write(lists);
            }

            return changed;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"Promote__StatusVersionFile cannot be written, so no change of a status list can be published: let this service write {path}. {exception.Message}", exception);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private Read Refresh()
    {
        var file = new FileInfo(path);
        var known = current;
        if (!file.Exists)
        {
            return known.Length < 0 ? known : throw new SettingsException($"Promote__StatusVersionFile is gone: put {path} back. It says what this service has published.");
        }

        if (known.Length == file.Length && known.At == file.LastWriteTimeUtc)
        {
            return known;
        }

        try
        {
            var lists = JsonSerializer.Deserialize<Content>(File.ReadAllBytes(path), Json)?.Lists ?? throw new JsonException("It has no lists.");
            return current = new(file.LastWriteTimeUtc, file.Length, lists.ToFrozenDictionary(StringComparer.Ordinal));
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"Promote__StatusVersionFile cannot be read: put {path} back as it was. Without it nobody can tell whether the database is older than what was published. {exception.Message}", exception);
        }
    }

    private void Write(Dictionary<string, PublishedVersion> lists)
    {
        var temporary = $"{path}.new";
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(stream, new Content(lists), Json);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
        var file = new FileInfo(path);
        current = new(file.LastWriteTimeUtc, file.Length, lists.ToFrozenDictionary(StringComparer.Ordinal));
    }

    // Ends with the process, however that ends.
    private async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream($"{path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists($"{path}.lock") && time.GetElapsedTime(started) < Patience)
            {
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }

    private sealed record Content(IReadOnlyDictionary<string, PublishedVersion> Lists);

    private sealed record Read(DateTime At, long Length, FrozenDictionary<string, PublishedVersion> Lists);
}
