using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Promote.Credentials.Server.Storage;

/// <summary>Tells a row that somebody else wrote first from every other failure to save.</summary>
internal static class UniqueViolation
{
    // https://sqlite.org/rescode.html
    private const int SqliteConstraintPrimaryKey = 1555;
    private const int SqliteConstraintUnique = 2067;

    /// <summary>Whether a unique key refused the save, and which: a text with the names of table and columns.</summary>
    public static bool Is(DbUpdateException exception, [NotNullWhen(true)] out string? key)
    {
        key = exception.InnerException switch
        {
            PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } postgres => postgres.ConstraintName,
            SqliteException { SqliteExtendedErrorCode: SqliteConstraintPrimaryKey or SqliteConstraintUnique } sqlite => sqlite.Message,
            _ => null,
        };
        return key is not null;
    }
}
