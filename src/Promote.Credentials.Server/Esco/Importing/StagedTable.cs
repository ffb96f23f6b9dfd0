using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Esco.Importing;

/// <summary>A temporary table that a file is read into before it is compared with what is there, and what both databases need for that.</summary>
internal static class StagedTable
{
    // SQLite compares bytes by itself and does not know the name that PostgreSQL has for it.
    private const string CompareBytes = " COLLATE \"C\"";

    /// <summary>Makes it.</summary>
    /// <param name="db">The database, in a transaction.</param>
    /// <param name="sql">How, in the words of PostgreSQL.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static Task CreateAsync(CredentialsDb db, string sql, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync(db.Database.IsSqlite() ? sql.Replace(CompareBytes, "", StringComparison.Ordinal) : sql, cancellationToken);

    /// <summary>
    /// Lets PostgreSQL count what was just written, by <c>ANALYZE</c>: until it does so by itself it takes a table for almost empty
    /// and compares each row with each other one.
    /// </summary>
    public static Task AnalyzeAsync(CredentialsDb db, string sql, CancellationToken cancellationToken) =>
        db.Database.IsSqlite() ? Task.CompletedTask : db.Database.ExecuteSqlRawAsync(sql, cancellationToken);

    /// <summary>A number that a statement counts, which calls it <c>"Value"</c>.</summary>
    public static async Task<long> CountAsync(CredentialsDb db, string sql, CancellationToken cancellationToken, params object[] parameters) =>
        (await db.Database.SqlQueryRaw<long>(sql, parameters).ToListAsync(cancellationToken))[0];
}
