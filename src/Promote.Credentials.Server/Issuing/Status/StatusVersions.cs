using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Issuing.Status;

/// <summary>Counts the changes of status lists.</summary>
internal static class StatusVersions
{
    /// <summary>Says that the bits of an award's documents change. Belongs into the transaction that changes them.</summary>
    public static Task RaiseAsync(CredentialsDb db, string awardId, DateTimeOffset now) =>
        RaiseAsync(db.StatusLists.Where(list => db.Credentials.Any(credential => credential.AwardId == awardId && credential.StatusListId == list.Id)), now);

    /// <summary>Says that bits of these lists change.</summary>
    public static Task RaiseAsync(IQueryable<StatusListRow> lists, DateTimeOffset now) => lists
        .ExecuteUpdateAsync(set => set
            .SetProperty(list => list.Version, list => list.Version + 1)
            .SetProperty(list => list.ChangedAt, now));
}
