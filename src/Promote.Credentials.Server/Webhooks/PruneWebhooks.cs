using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Jobs;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Webhooks;

/// <summary>Forgets messages to webhooks after <see cref="Kept"/>, whatever became of them, and secrets that sign no more.</summary>
internal sealed class PruneWebhooks(CredentialsDb db, TimeProvider time) : IJob
{
    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>How long a message can be looked at and sent again.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async Task RunAsync(string id, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        var oldest = now - Kept;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await LongWork.AllowAsync(db, cancellationToken);
        await db.WebhookDeliveries.Where(row => row.CreatedAt < oldest).ExecuteDeleteAsync(cancellationToken);
        await db.Webhooks.Where(row => row.PreviousSecretUntil <= now).ExecuteUpdateAsync(row => row
            .SetProperty(it => it.PreviousSecret, (byte[]?)null)
            .SetProperty(it => it.PreviousSecretKeyId, (string?)null)
            .SetProperty(it => it.PreviousSecretUntil, (DateTimeOffset?)null), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
