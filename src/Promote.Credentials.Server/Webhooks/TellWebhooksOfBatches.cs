using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Outbox;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Webhooks;

/// <summary>Batches are done: each webhook of their issuers that asked for it gets a message.</summary>
internal sealed class TellWebhooksOfBatches(CredentialsDb db, PromoteSettings settings) : IOutboxHandler
{
    public IReadOnlyList<string> Kinds => WebhookEvents.OfBatches;

    public async Task HandleAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => row.Subject).Distinct().ToList();
        var found = await (
            from batch in db.Batches.AsNoTracking()
            join webhook in db.Webhooks on batch.IssuerId equals webhook.IssuerId
            where ids.Contains(batch.Id)
            select new { batch, webhook.Id, webhook.Events }).ToListAsync(cancellationToken);
        var counts = await BatchCounts.OfAsync(db, [.. found.Select(one => one.batch).DistinctBy(batch => batch.Id)], cancellationToken);
        db.WebhookDeliveries.AddRange(
            from row in rows
            from one in found
            where one.batch.Id == row.Subject && WebhookEvents.Contain(one.Events, row.Kind)
            select WebhookMessage.To(one.Id, row.Kind, row.CreatedAt, BatchData.Of(one.batch, counts[one.batch.Id], settings)));
    }
}
