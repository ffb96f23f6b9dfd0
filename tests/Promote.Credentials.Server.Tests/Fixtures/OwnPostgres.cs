using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Promote.Credentials.Server.Tests.Fixtures;

/// <summary>A PostgreSQL server of one test, to which it may do what no other test should suffer from.</summary>
internal sealed class OwnPostgres : IAsyncDisposable
{
    private static readonly string? Tools = FindTools();

    private readonly string folder = Directory.CreateTempSubdirectory("promote-postgres-").FullName;
    private readonly int port = TestedService.FreePort();
    private readonly string[] settings;

    private OwnPostgres(SmallDisk? disk, string[] settings) => (Data, this.settings) = (Path.Combine(disk?.Folder ?? folder, "data"), settings);

    /// <summary>Why tests that need one are skipped, or null when they run.</summary>
    public static string? Missing { get; } = PostgresServer.Missing ?? (Tools is null ? "initdb and pg_ctl are not installed; ./tests/run installs them." : null);

    public string ConnectionString => $"Host=127.0.0.1;Port={port};Username=promote;Database=postgres";

    /// <summary>Where its tables are.</summary>
    public string Data { get; }

    /// <summary>What it says: on the disk as soon as it is said.</summary>
    public string Log => Path.Combine(folder, "log");

    /// <summary>Starts a new, empty server.</summary>
    /// <param name="disk">Where its tables are; null for where there is room. Its log of changes is elsewhere: without room for that no server can even roll back.</param>
    /// <param name="settings">Settings of the server, <c>name=value</c>.</param>
    public static async Task<OwnPostgres> StartAsync(SmallDisk? disk, params string[] settings)
    {
        var server = new OwnPostgres(disk, settings);
        try
        {
            Directory.CreateDirectory(server.Data);
            if (Environment.IsPrivilegedProcess)
            {
                await RunAsync("chown", "postgres", server.folder, server.Data);
            }

            await RunAsServerAsync("initdb", "-D", server.Data, $"--waldir={Path.Combine(server.folder, "wal")}", "-U", "promote", "-A", "trust", "-E", "UTF8", "--no-sync");
            await server.StartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it again after <see cref="StopAsync"/>, and waits until it answers.</summary>
    public Task StartAsync() => RunAsServerAsync(
        "pg_ctl", "-D", Data, "-w", "-l", Log, "-o",
        string.Create(CultureInfo.InvariantCulture, $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off {string.Concat(settings.Select(setting => $"-c {setting} "))}"), "start");

    /// <summary>Ends every connection and takes no more.</summary>
    public async Task StopAsync()
    {
        await RunAsServerAsync("pg_ctl", "-D", Data, "-w", "-m", "fast", "stop");

        // What the test itself holds was cut too.
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>Holds its processes, so that it takes connections and questions and answers none.</summary>
    public Task FreezeAsync() => SignalAsync("STOP");

    public Task ThawAsync() => SignalAsync("CONT");

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
        {
            await RunAsServerAsync("pg_ctl", "-D", Data, "-w", "-m", "immediate", "stop");
        }

        Directory.Delete(folder, recursive: true);
    }

    // The postmaster first: it would start others.
    private async Task SignalAsync(string signal)
    {
        var postmaster = (await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid")))[0];
        await RunAsync("sh", "-c", $"kill -{signal} {postmaster} $(cat /proc/{postmaster}/task/{postmaster}/children)");
    }

    // PostgreSQL refuses to run as root.
    private static Task RunAsServerAsync(string tool, params string[] arguments)
    {
        string[] command = [Path.Combine(Tools!, tool), .. arguments];
        return RunAsync(Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", .. command] : command);
    }

    private static async Task RunAsync(params string[] command)
    {
        var output = Path.GetTempFileName();
        try
        {
            // What it starts and leaves behind would keep a pipe open.
            using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "\"$@\" >\"$0\" 2>&1 </dev/null", output, .. command]) { WorkingDirectory = "/" })!;
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
            Assert.True(process.ExitCode == 0, $"{string.Join(' ', command)}: {await File.ReadAllTextAsync(output)}");
        }
        finally
        {
            File.Delete(output);
        }
    }

    // Debian keeps them off the PATH, one folder a version.
    private static string? FindTools()
    {
        const string debian = "/usr/lib/postgresql";
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Concat(
            Directory.Exists(debian) ? Directory.GetDirectories(debian).OrderByDescending(version => double.TryParse(Path.GetFileName(version), CultureInfo.InvariantCulture, out var number) ? number : 0).Select(version => Path.Combine(version, "bin")) : []);
        return folders.FirstOrDefault(one => File.Exists(Path.Combine(one, "initdb")));
    }
}
