using System.Text.Json;
using Promote.Credentials.Server.Settings;

namespace Promote.Credentials.Server.Storage.Audit;

/// <summary>
/// The file that remembers the head of the audit chain outside the database, beside the one that remembers what was published of
/// the status lists: rows that are cut off at the end leave no gap, so only this tells. Nodes that share the folder take turns.
/// </summary>
internal sealed class AuditHeadFile(PromoteSettings settings, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Where it is.</summary>
    public string Path { get; } = System.IO.Path.ChangeExtension(settings.StatusVersionFile, ".audit-head.json");

    /// <summary>What it says; null when there is none.</summary>
    /// <exception cref="SettingsException">It cannot be read.</exception>
    public AuditHead? Read()
    {
        try
        {
            return File.Exists(Path) ? JsonSerializer.Deserialize<AuditHead>(File.ReadAllBytes(Path), Json) : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"{Path} cannot be read: put it back as it was. It remembers the end of the audit trail. {exception.Message}", exception);
        }
    }

    /// <summary>Writes another head, after everybody else has; what is written is on the disk when this ends.</summary>
    /// <param name="next">The head to write, from what the file says; null to leave it.</param>
    /// <param name="cancellationToken">Counts while others have their turn.</param>
    /// <exception cref="SettingsException">It cannot be read or written.</exception>
    public async Task ChangeAsync(Func<AuditHead?, Task<AuditHead?>> next, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            await using var others = await LockAsync(cancellationToken);
            if (await next(Read()) is { } head)
            {
                Write(head);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"{Path} cannot be written, so nobody can tell whether the end of the audit trail is cut off: let this service write it. {exception.Message}", exception);
        }
    }

    private void Write(AuditHead head)
    {
        var temporary = $"{Path}.new";
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(stream, head, Json);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, Path, overwrite: true);
    }

    // Ends with the process, however that ends.
    private async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream($"{Path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists($"{Path}.lock") && time.GetElapsedTime(started) < Patience)
            {
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }
}
