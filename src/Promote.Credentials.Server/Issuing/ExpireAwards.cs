using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Jobs;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Issuing;

/// <summary>
/// Notices that the documents of awards ended, and has it told: once, for the mark and the outbox row are one commit. One that was
/// revoked before holds no more anyway.
/// </summary>
internal sealed class ExpireAwards(CredentialsDb db, TimeProvider time) : IJob
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private const int Chunk = 100;

    public async Task RunAsync(string id, CancellationToken cancellationToken)
    {
        while (await ExpireChunkAsync(cancellationToken) == Chunk)
        {
        }
    }

    private async Task<int> ExpireChunkAsync(CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var now = time.GetStoredNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var expired = await MarkAsync(now, cancellationToken);
        db.Outbox.AddRange(expired.Select(award => new OutboxRow { Kind = "award.expired", Subject = award.Id, CreatedAt = now }));
        await db.SaveChangesAsync(cancellationToken);
        Failpoint.Hit("expired-saved");
        await transaction.CommitAsync(CancellationToken.None);
        return expired.Count;
    }

    // SQLite has one writer and keeps instants as whole numbers.
    private Task<List<AwardRow>> MarkAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var number = now.ToUnixTimeMilliseconds();
        var marked = db.Database.IsSqlite()
            ? db.Awards.FromSql(
                $"""
                UPDATE awards SET expired_at = {number} WHERE id IN (
                    SELECT id FROM awards WHERE expired_at IS NULL AND revoked_at IS NULL AND valid_until <= {number} AND state = 'issued'
                    ORDER BY valid_until LIMIT {Chunk})
                RETURNING *
                """)
            : db.Awards.FromSql(
                $"""
                UPDATE awards SET expired_at = {now} WHERE id IN (
                    SELECT id FROM awards WHERE expired_at IS NULL AND revoked_at IS NULL AND valid_until <= {now} AND state = 'issued'
                    ORDER BY valid_until LIMIT {Chunk} FOR UPDATE SKIP LOCKED)
                RETURNING *
                """);
        return marked.AsNoTracking().ToListAsync(cancellationToken);
    }
}
