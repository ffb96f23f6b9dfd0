using Microsoft.Data.Sqlite;

namespace Promote.Credentials.Server.Settings;

/// <summary>Where the store is. A connection string with a <c>Host=</c> means PostgreSQL, any other one SQLite.</summary>
internal sealed record DatabaseSettings(string ConnectionString)
{
    public bool IsPostgres => ConnectionString
        .Split(';', StringSplitOptions.TrimEntries)
        .Any(part => part.StartsWith("Host=", StringComparison.OrdinalIgnoreCase));

    public static DatabaseSettings SqliteIn(string directory) =>
        new(new SqliteConnectionStringBuilder { DataSource = Path.Combine(directory, "credentials.db") }.ConnectionString);

    /// <summary>Says nothing: a connection string has a password.</summary>
    public override string ToString() => IsPostgres ? "PostgreSQL" : "SQLite";
}
