using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Webhooks;

/// <summary>Where an operation finds its webhook.</summary>
internal static class WebhookOfClient
{
    extension(CredentialsDb db)
    {
        /// <summary>The webhook of this id, to be changed; null where there is none or it is another issuer's.</summary>
        public async Task<WebhookRow?> FindWebhookAsync(Client client, string id, CancellationToken cancellationToken) => RandomId.IsOne(id)
            ? await db.Webhooks.SingleOrDefaultAsync(row => row.Id == id && row.IssuerId == client.IssuerId, cancellationToken)
            : null;
    }
}
