using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Jobs;

/// <summary>Looks at what was just committed and wakes the jobs that wait for such rows: whoever writes a row need not know who reads it.</summary>
internal sealed class WakeAfterSave(IEnumerable<Wake> known, Wakes wakes) : DbTransactionInterceptor, ISaveChangesInterceptor
{
    private readonly Wake[] known = [.. known];

    public ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(SavedChanges(eventData, result));

    public int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        // Inside a transaction nobody else sees the row yet.
        if (eventData.Context is { Database.CurrentTransaction: null } db)
        {
            WakeFor(db);
        }

        return result;
    }

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => WakeFor(eventData.Context);

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        WakeFor(eventData.Context);
        return Task.CompletedTask;
    }

    private void WakeFor(DbContext? db)
    {
        if (db is null)
        {
            return;
        }

        using var _ = new Undetected(db.ChangeTracker);
        foreach (var entry in db.ChangeTracker.Entries())
        {
            foreach (var wake in known)
            {
                if (wake.Waits(entry.Entity))
                {
                    wakes.Ask(wake.Job);
                }
            }
        }
    }
}
