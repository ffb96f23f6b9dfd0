using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Promote.Credentials.Server.Storage.Bulk;

/// <summary>Begins to put very many rows into a table of the database that is in use.</summary>
internal static class BulkInsert
{
    /// <summary>Begins, within the transaction that the context is in. Until it is disposed of, the connection does nothing else.</summary>
    public static async Task<IBulkInsert> BeginAsync(CredentialsDb db, string table, string[] columns, CancellationToken cancellationToken) =>
        db.Database.GetDbConnection() is SqliteConnection sqlite
            ? SqliteInsert.Begin(sqlite, (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction(), table, columns)
            : await PostgresCopy.BeginAsync((NpgsqlConnection)db.Database.GetDbConnection(), table, columns, cancellationToken);
}
