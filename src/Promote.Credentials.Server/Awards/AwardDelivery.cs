using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Awards;

/// <summary>What became of the last message to a learner about being awarded.</summary>
/// <param name="Error">Why it is not sent, see <see cref="DeliveryRow.Error"/>.</param>
internal sealed record AwardDelivery(DeliveryState State, int Attempts, string? Error, DateTimeOffset? SentAt)
{
    /// <summary>The last message of each of these awards that has one.</summary>
    public static async Task<IReadOnlyDictionary<string, AwardDelivery>> LatestAsync(CredentialsDb db, IReadOnlyList<string> awards, CancellationToken cancellationToken)
    {
        var rows = await db.Deliveries.AsNoTracking().Where(row => awards.Contains(row.AwardId) && row.Request != DeliveryRow.OnExpiry).ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.AwardId).ToDictionary(ofAward => ofAward.Key, ofAward => Of(ofAward.MaxBy(row => row.CreatedAt)!));
    }

    private static AwardDelivery Of(DeliveryRow row) => new(row.State, row.Attempts, row.Error, row.SentAt);
}
