using Microsoft.Data.Sqlite;

namespace Promote.Credentials.Server.Storage.Bulk;

/// <summary>Rows into SQLite, by one prepared statement again and again.</summary>
internal sealed class SqliteInsert : IBulkInsert
{
    private readonly SqliteCommand command;

    private SqliteInsert(SqliteCommand command) => this.command = command;

    public static SqliteInsert Begin(SqliteConnection connection, SqliteTransaction transaction, string table, string[] columns)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
        for (var i = 0; i < columns.Length; i++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" });
        }

        command.Prepare();
        return new SqliteInsert(command);
    }

    // Microsoft.Data.Sqlite has no asynchronous calls underneath.
    public ValueTask WriteAsync(object?[] values, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        command.ExecuteNonQuery();
        return ValueTask.CompletedTask;
    }

    public ValueTask CompleteAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => command.DisposeAsync();
}
