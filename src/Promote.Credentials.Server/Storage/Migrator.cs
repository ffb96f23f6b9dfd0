using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage;

/// <summary>
/// Brings the database to the newest numbered file, forward only. Nodes that start together wait for one another:
/// a transaction that holds a lock reads what was applied and applies the rest, all or nothing.
/// </summary>
internal sealed class Migrator(CredentialsDb db, TimeProvider time)
{
    // Any number that nothing else in this database takes as an advisory lock.
    private const string PostgresLock = "SELECT pg_advisory_xact_lock(7306913004)";

    private readonly bool sqlite = db.Database.IsSqlite();

    /// <exception cref="InvalidOperationException">The database is newer than this program, or an applied file was changed.</exception>
    public Task RunAsync(CancellationToken cancellationToken) =>
        RunAsync(Migration.AllOf(sqlite ? "sqlite" : "postgres"), cancellationToken);

    /// <summary>Whether every file is applied; does not wait for the lock.</summary>
    public async Task<bool> IsUpToDateAsync(CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var applied = await AppliedAsync(db.Database.GetDbConnection(), null, cancellationToken);
            return applied.Count == Migration.AllOf(sqlite ? "sqlite" : "postgres").Count;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    internal async Task RunAsync(IReadOnlyList<Migration> migrations, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var connection = db.Database.GetDbConnection();
            if (sqlite)
            {
                // Readers do not wait for the writer; the mode is kept in the file and cannot change in a transaction.
                await ExecuteAsync(connection, null, "PRAGMA journal_mode = WAL", cancellationToken);
            }

            // On SQLite a transaction begins with BEGIN IMMEDIATE: one writer, others wait. On PostgreSQL each statement
            // has to see what the node before committed, which a stricter level than this would hide.
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
            if (!sqlite)
            {
                // Another node may be at a large table.
                await ExecuteAsync(connection, transaction, LongWork.PostgresRoom, cancellationToken);
                await ExecuteAsync(connection, transaction, PostgresLock, cancellationToken);
            }

            await ApplyAsync(connection, transaction, migrations, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task ApplyAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<Migration> migrations, CancellationToken cancellationToken)
    {
        await ExecuteAsync(connection, transaction,
            "CREATE TABLE IF NOT EXISTS schema_migrations (number integer NOT NULL PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at text NOT NULL)",
            cancellationToken);
        var applied = await AppliedAsync(connection, transaction, cancellationToken);
        Compare(applied, migrations);
        foreach (var migration in migrations.Skip(applied.Count))
        {
            await ExecuteAsync(connection, transaction, migration.Sql, cancellationToken);
            await RecordAsync(connection, transaction, migration, cancellationToken);
        }
    }

    private static void Compare(List<(int Number, string Checksum)> applied, IReadOnlyList<Migration> migrations)
    {
        if (applied.Count > migrations.Count)
        {
            throw new InvalidOperationException(
                $"The database is at migration {applied[^1].Number}, this program knows {migrations.Count}: start a newer version of the program.");
        }

        for (var i = 0; i < applied.Count; i++)
        {
            if (applied[i] != (migrations[i].Number, migrations[i].Checksum))
            {
                throw new InvalidOperationException(
                    $"Migration {migrations[i].Name} is not the one that was applied to this database: restore the file and add a new one instead.");
            }
        }
    }

    private static async Task<List<(int Number, string Checksum)>> AppliedAsync(DbConnection connection, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT number, checksum FROM schema_migrations ORDER BY number";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var applied = new List<(int, string)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            applied.Add((reader.GetInt32(0), reader.GetString(1)));
        }

        return applied;
    }

    private async Task RecordAsync(DbConnection connection, DbTransaction transaction, Migration migration, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO schema_migrations (number, name, checksum, applied_at) VALUES (@number, @name, @checksum, @at)";
        Add(command, "number", migration.Number);
        Add(command, "name", migration.Name);
        Add(command, "checksum", migration.Checksum);
        Add(command, "at", time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    private async Task ExecuteAsync(DbConnection connection, DbTransaction? transaction, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.CommandTimeout = sqlite ? command.CommandTimeout : 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
