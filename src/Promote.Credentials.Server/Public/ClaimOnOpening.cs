using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Public;

/// <summary>
/// The first opening of the holder's page counts as claiming. A document that a program fetches does not, nor does the HEAD
/// by which mail filters and chats look at links.
/// </summary>
internal sealed class ClaimOnOpening(CredentialsDb db, TimeProvider time)
{
    public async Task RunAsync(HttpRequest request, AwardRow award, CancellationToken cancellationToken)
    {
        if (award.ClaimedAt is not null || !HttpMethods.IsGet(request.Method))
        {
            return;
        }

        var now = time.GetStoredNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Awards.Where(row => row.Id == award.Id && row.ClaimedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(it => it.ClaimedAt, now), cancellationToken) == 1)
        {
            db.Outbox.Add(new OutboxRow { Kind = "award.claimed", Subject = award.Id, CreatedAt = now });
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }
}
