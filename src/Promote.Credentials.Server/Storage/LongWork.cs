using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage;

/// <summary>
/// Room for what the service itself does in one transaction and what grows with what somebody has: an upload, an import, a migration.
/// Everything else ends by the time-outs of <see cref="PostgresConnection"/>.
/// </summary>
internal static class LongWork
{
    /// <summary>On PostgreSQL: lifts the time-outs until the transaction ends.</summary>
    public const string PostgresRoom = "SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0";

    /// <summary>Lets the transaction that the context is in take as long as it takes. SQLite has no such time-outs.</summary>
    public static async Task AllowAsync(CredentialsDb db, CancellationToken cancellationToken)
    {
        if (!db.Database.IsSqlite())
        {
            // The driver's own limit counts on this side of the line.
            db.Database.SetCommandTimeout(TimeSpan.Zero);
            await db.Database.ExecuteSqlRawAsync(PostgresRoom, cancellationToken);
        }
    }
}
