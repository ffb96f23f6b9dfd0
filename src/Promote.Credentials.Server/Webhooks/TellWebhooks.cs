using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Formats;
using Promote.Credentials.Server.Outbox;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Webhooks;

/// <summary>Something became of awards: each webhook of their issuers that asked for it gets a message. A disabled one gets it once it is enabled.</summary>
internal sealed class TellWebhooks(CredentialsDb db, PublicUrls urls, PromoteSettings settings, TimeProvider time) : IOutboxHandler
{
    public IReadOnlyList<string> Kinds => WebhookEvents.OfAwards;

    public async Task HandleAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => row.Subject).Distinct().ToList();
        var found = await (
            from award in db.Awards.AsNoTracking()
            join webhook in db.Webhooks on award.IssuerId equals webhook.IssuerId
            where ids.Contains(award.Id)
            select new { award, webhook.Id, webhook.Events }).ToListAsync(cancellationToken);
        var now = time.GetStoredNow();
        db.WebhookDeliveries.AddRange(
            from row in rows
            from one in found
            where one.award.Id == row.Subject && WebhookEvents.Contain(one.Events, row.Kind)
            select WebhookMessage.To(one.Id, row.Kind, row.CreatedAt, AwardData.Of(one.award, urls, settings, now)));
    }
}
