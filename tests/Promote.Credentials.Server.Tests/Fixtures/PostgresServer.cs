using Npgsql;

namespace Promote.Credentials.Server.Tests.Fixtures;

/// <summary>The server that <c>tests/run</c> starts; <c>PROMOTE_TEST_POSTGRES</c> is a connection string of a role that may create databases.</summary>
internal static class PostgresServer
{
    private const string Variable = "PROMOTE_TEST_POSTGRES";

    private static readonly string? ConnectionString = Environment.GetEnvironmentVariable(Variable);

    /// <summary>Why tests that need PostgreSQL are skipped, or null when they run.</summary>
    public static string? Missing { get; } =
        string.IsNullOrEmpty(ConnectionString) ? $"{Variable} is not set; ./tests/run starts a server and sets it." : null;

    public static string For(string database) => new NpgsqlConnectionStringBuilder(ConnectionString) { Database = database }.ConnectionString;

    public static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
