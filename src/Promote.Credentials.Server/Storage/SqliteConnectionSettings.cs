using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Promote.Credentials.Server.Storage;

/// <summary>
/// Lets SQLite itself wait for the one writer: the driver would sleep 150 ms between two tries, SQLite begins with 1 ms. And lets every writer overwrite
/// what it frees: a row that moves within the file would leave its old bytes, a learner's wrapped key among them, where no later erasure finds them.
/// </summary>
internal sealed class SqliteConnectionSettings : DbConnectionInterceptor
{
    private const string Sql = "PRAGMA busy_timeout = 10000; PRAGMA secure_delete = ON";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.ExecuteNonQuery();
    }

    // Microsoft.Data.Sqlite has no asynchronous calls underneath.
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
