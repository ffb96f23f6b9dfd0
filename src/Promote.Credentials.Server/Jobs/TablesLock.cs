using Npgsql;
using Promote.Credentials.Server.Settings;

namespace Promote.Credentials.Server.Jobs;

/// <summary>Lets one node at a time make the tables of the job engine: CREATE TABLE IF NOT EXISTS fails when two do it at once.</summary>
internal static class TablesLock
{
    // Any number that nothing else in this database takes as an advisory lock.
    private const string Lock = "SELECT pg_advisory_lock(7306913005)";

    /// <summary>A connection of its own that has the lock, which goes with it.</summary>
    public static async Task<NpgsqlConnection> TakeAsync(DatabaseSettings database, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand(Lock, connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
