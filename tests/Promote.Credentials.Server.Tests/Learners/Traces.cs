using System.Diagnostics;
using System.Text;
using Npgsql;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Learners;

/// <summary>Everything that a service left behind in its database: a dump of PostgreSQL, job tables and all; or each file of SQLite, the log of writes too.</summary>
internal static class Traces
{
    /// <summary>Which of these texts or bytes are found, also written as hexadecimal or base64.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(TestDatabase database, params IEnumerable<(string Name, byte[] Bytes)> canaries)
    {
        var left = await ReadAsync(database);
        Assert.True(left.AsSpan().IndexOf("cove-1"u8) >= 0, "What is known to be there was not found.");
        return [.. canaries.Where(canary => Spellings(canary.Bytes).Any(spelling => left.AsSpan().IndexOf(spelling) >= 0)).Select(canary => canary.Name)];
    }

    private static IEnumerable<byte[]> Spellings(byte[] bytes)
    {
        yield return bytes;
        yield return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(bytes));
        yield return Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes[..(bytes.Length / 3 * 3)]));
    }

    private static async Task<byte[]> ReadAsync(TestDatabase database)
    {
        using var all = new MemoryStream();

        // By another process: closing a file of SQLite would take the locks away that this one has on it.
        await AppendAsync(all, "cat", [.. Directory.EnumerateFiles(database.Directory, "*", SearchOption.AllDirectories)]);
        if (database.Kind == Database.Postgres)
        {
            var connection = new NpgsqlConnectionStringBuilder(database.Settings.ConnectionString);
            await AppendAsync(all, "pg_dump", "-h", connection.Host!, "-p", $"{connection.Port}", "-U", connection.Username!, connection.Database!);
        }

        return all.ToArray();
    }

    private static async Task AppendAsync(Stream output, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
