using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Webhooks;

/// <summary>Sends one message again, at once.</summary>
internal sealed class ReplayDelivery(CredentialsDb db, TimeProvider time) : ControllerBase
{
    [HttpPost("/api/v1/webhooks/{id}/deliveries/{delivery}/replay"), Access(Scope.WebhooksManage)]
    public async Task<IActionResult> RunAsync(string id, string delivery, CancellationToken cancellationToken)
    {
        if (await db.FindWebhookAsync(HttpContext.Client, id, cancellationToken) is not { } webhook)
        {
            return Refused.NotFound();
        }

        if (Replay.WhyNot(webhook) is { } refusal)
        {
            return new Refused(refusal);
        }

        var message = db.WebhookDeliveries.Where(row => row.Id == delivery && row.WebhookId == id);
        if (!RandomId.IsOne(delivery))
        {
            return Refused.NotFound();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await Replay.RunAsync(db, webhook, message, time.GetStoredNow(), cancellationToken) is not 1)
        {
            return Refused.NotFound();
        }

        var answer = WebhookDeliveryAnswer.Of(await message.AsNoTracking().SingleAsync(cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return Accepted(answer);
    }
}
