using Microsoft.Data.Sqlite;
using Npgsql;

namespace Promote.Credentials.Server.Storage;

/// <summary>Tells a store whose disk is full from one that is away: it answers, and takes nothing until somebody makes room.</summary>
internal static class StorageFull
{
    // https://sqlite.org/rescode.html
    private const int SqliteFull = 13;

    /// <summary>Whether there was no room for what it was asked to keep.</summary>
    public static bool IsCauseOf(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is PostgresException { SqlState: PostgresErrorCodes.DiskFull } or SqliteException { SqliteErrorCode: SqliteFull })
            {
                return true;
            }
        }

        return false;
    }
}
