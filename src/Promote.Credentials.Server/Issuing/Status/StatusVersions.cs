using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Issuing.Status;

/// <summary>Counts the changes of status lists.</summary>
internal static class StatusVersions
{
    /// <summary>
    /// Says that the bits of the documents of awards change. Belongs into the transaction that changes them, before it changes the awards: whoever
    /// changes one of the same lists waits here.
    /// </summary>
    public static async Task RaiseAsync(CredentialsDb db, IReadOnlyList<string> awardIds, DateTimeOffset now)
    {
        if (awardIds.Count == 0)
        {
            return;
        }

        var ids = await db.Credentials.Where(credential => awardIds.Contains(credential.AwardId)).Select(credential => credential.StatusListId).Distinct().ToListAsync();
        if (ids.Count > 1 && !db.Database.IsSqlite())
        {
            // In one order, so that two who change the same lists never wait for each other.
            await db.StatusLists.FromSql($"SELECT * FROM status_lists WHERE id = ANY ({ids}) ORDER BY id FOR NO KEY UPDATE").AsNoTracking().Select(list => list.Id).ToListAsync();
        }

        await RaiseAsync(db.StatusLists.Where(list => ids.Contains(list.Id)), now);
    }

    /// <summary>Says that bits of these lists change.</summary>
    public static Task RaiseAsync(IQueryable<StatusListRow> lists, DateTimeOffset now) => lists
        .ExecuteUpdateAsync(set => set
            .SetProperty(list => list.Version, list => list.Version + 1)
            .SetProperty(list => list.ChangedAt, now));
}
