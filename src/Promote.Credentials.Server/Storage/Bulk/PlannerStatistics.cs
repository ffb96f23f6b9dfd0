using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Bulk;

/// <summary>What the planner of PostgreSQL knows of a table. It learns by itself a minute after many rows came, and until then would read a table from end to end for each look into it.</summary>
internal static class PlannerStatistics
{
    /// <summary>Lets it learn what the lines of batches are found by, unless somebody else does at this moment.</summary>
    public static Task LearnLinesAsync(CredentialsDb db, CancellationToken cancellationToken) =>
        db.Database.IsSqlite() ? Task.CompletedTask : db.Database.ExecuteSqlAsync($"ANALYZE (SKIP_LOCKED) batch_lines (batch_id, learner)", cancellationToken);
}
