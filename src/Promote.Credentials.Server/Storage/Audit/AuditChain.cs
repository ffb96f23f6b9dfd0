using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage.Bulk;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Storage.Audit;

/// <summary>
/// Gives the rows of the audit trail their places in the one chain of the service, right after the commits that wrote them. In those
/// commits it would make everybody who writes wait for everybody else; what was written and has no place yet is found again after a crash.
/// Docs: decisions/0013.
/// </summary>
internal sealed class AuditChain(CredentialsDb db, AuditHeadFile headFile)
{
    // Any number that nothing else in this database takes as an advisory lock.
    private const string PostgresTurn = "SELECT pg_advisory_xact_lock(7306913013)";
    private const int BatchSize = 500;

    /// <summary>Chains every row that waits, and remembers the head outside.</summary>
    public async Task ExtendAsync(CancellationToken cancellationToken)
    {
        while (await db.Audit.AnyAsync(row => row.Sequence == null, cancellationToken))
        {
            if (await ExtendByBatchAsync(cancellationToken) is { } head)
            {
                await headFile.ChangeAsync(async remembered => await IsContinuedAsync(remembered, head, cancellationToken) ? head : null, cancellationToken);
            }

            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Remembers the end of the chain as it is, whatever was remembered before: for an operator who knows why it ends there.</summary>
    public async Task RememberAsync(CancellationToken cancellationToken)
    {
        await ExtendAsync(cancellationToken);
        var last = await LastAsync(cancellationToken);
        await headFile.ChangeAsync(_ => Task.FromResult(last is null ? null : AuditHead.Of(last)), cancellationToken);
    }

    // One node at a time. The unique key of the places would refuse a fork in any case.
    private async Task<AuditHead?> ExtendByBatchAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync(PostgresTurn, cancellationToken);
        }

        var last = await LastAsync(cancellationToken);
        var rows = await db.Audit.Where(row => row.Sequence == null).OrderBy(row => row.Id).Take(BatchSize).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            row.Sequence = (last?.Sequence ?? 0) + 1;
            row.Previous = last?.Hash ?? AuditHash.Start;
            row.Hash = AuditHash.Of(row, row.Previous);
            last = row;
        }

        await SaveInBulk.RunAsync(db, cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        return rows.Count == 0 ? null : AuditHead.Of(last!);
    }

    private Task<AuditRow?> LastAsync(CancellationToken cancellationToken) =>
        db.Audit.AsNoTracking().Where(row => row.Sequence != null).OrderByDescending(row => row.Sequence).FirstOrDefaultAsync(cancellationToken);

    // What is remembered is never replaced by something that does not follow from it, as after restoring a backup.
    private async Task<bool> IsContinuedAsync(AuditHead? remembered, AuditHead head, CancellationToken cancellationToken)
    {
        if (remembered is null)
        {
            return true;
        }

        var hash = await db.Audit.Where(row => row.Sequence == remembered.Sequence).Select(row => row.Hash).SingleOrDefaultAsync(cancellationToken);
        return head.Sequence > remembered.Sequence && hash is not null && Convert.ToHexStringLower(hash) == remembered.Sha256;
    }
}
