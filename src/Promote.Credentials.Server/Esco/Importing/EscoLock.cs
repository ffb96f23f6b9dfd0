using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Esco.Importing;

/// <summary>Lets one import run at a time, on all nodes: the second waits for the first and then sees what it did.</summary>
internal static class EscoLock
{
    // Any number that nothing else in this database takes as an advisory lock.
    private const string Postgres = "SELECT pg_advisory_xact_lock(7306913010)";

    /// <summary>Takes it until the transaction ends. On SQLite the transaction is the lock.</summary>
    public static Task TakeAsync(CredentialsDb db, CancellationToken cancellationToken) =>
        db.Database.IsSqlite() ? Task.CompletedTask : db.Database.ExecuteSqlRawAsync(Postgres, cancellationToken);
}
