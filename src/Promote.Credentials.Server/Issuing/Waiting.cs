using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Issuing;

/// <summary>What a promised award waits for is written down, so that whoever asks learns why it is not issued yet.</summary>
internal static class Waiting
{
    /// <summary>Notes it, unless somebody has finished the award meanwhile; answers the award as it is then.</summary>
    public static async Task<IssuedAward> ForAsync(CredentialsDb db, string awardId, AwaitedThing thing)
    {
        db.ChangeTracker.Clear();
        await db.Awards.Where(row => row.Id == awardId && row.State == IssuingState.Intended)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.WaitsFor, thing));
        return IssuedAward.Of(await db.Awards.AsNoTracking().SingleAsync(row => row.Id == awardId));
    }
}
