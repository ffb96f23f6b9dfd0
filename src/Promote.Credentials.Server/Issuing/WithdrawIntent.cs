using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Issuing;

/// <summary>Takes back what was promised and could not be signed, so that nothing is stored: only while nobody has finished it.</summary>
internal sealed class WithdrawIntent(CredentialsDb db)
{
    public async Task RunAsync(string awardId)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync();

        // The award's row is the lock: whoever would finish it now finds it gone, and whoever has finished it keeps it.
        var withdrawn = await db.Awards.Where(award => award.Id == awardId && award.State == IssuingState.Intended)
            .ExecuteUpdateAsync(set => set.SetProperty(award => award.State, IssuingState.Intended));
        if (withdrawn == 0)
        {
            return;
        }

        await db.BatchLines.Where(line => line.AwardId == awardId && line.State == BatchLineState.Promised)
            .ExecuteUpdateAsync(set => set.SetProperty(line => line.State, BatchLineState.Good).SetProperty(line => line.AwardId, (string?)null));
        await db.IdempotencyKeys.Where(row => row.AwardId == awardId).ExecuteDeleteAsync();
        await db.Credentials.Where(row => row.AwardId == awardId).ExecuteDeleteAsync();
        await db.Awards.Where(row => row.Id == awardId).ExecuteDeleteAsync();
        await transaction.CommitAsync();
    }
}
