using Npgsql;

namespace Promote.Credentials.Benchmarks.Modes;

/// <summary>What PostgreSQL itself needs for the rows of a cohort: copied out of its tables, and in one COPY each into tables of the same shape with the same indexes.</summary>
internal static class BareCopy
{
    private static readonly string[] Tables = ["learners", "awards", "credentials", "audit", "outbox"];

    /// <summary>How many lines a second.</summary>
    internal static async Task<double> RunAsync(string connectionString, int lines)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var connection = await source.OpenConnectionAsync();
        var elapsed = TimeSpan.Zero;
        foreach (var table in Tables)
        {
            using var rows = new MemoryStream();
            var order = table is "audit" or "outbox" ? "id" : "created_at";
            await using (var export = await connection.BeginRawBinaryCopyAsync($"COPY (SELECT * FROM {table} ORDER BY {order} DESC LIMIT {lines}) TO STDOUT (FORMAT BINARY)"))
            {
                await export.CopyToAsync(rows);
            }

            await ExecuteAsync(connection, $"CREATE TABLE copy_{table} (LIKE {table} INCLUDING ALL)");
            rows.Position = 0;
            var started = TimeProvider.System.GetTimestamp();
            await using (var import = await connection.BeginRawBinaryCopyAsync($"COPY copy_{table} FROM STDIN (FORMAT BINARY)"))
            {
                await rows.CopyToAsync(import);
            }

            elapsed += TimeProvider.System.GetElapsedTime(started);
            await ExecuteAsync(connection, $"DROP TABLE copy_{table}");
        }

        return lines / elapsed.TotalSeconds;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
