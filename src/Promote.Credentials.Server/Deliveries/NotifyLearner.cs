using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Jobs;
using Promote.Credentials.Server.Mail;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Deliveries;

/// <summary>Tells the learner about an award once more. While a message is under way that one is answered: asking twice sends one mail.</summary>
internal sealed class NotifyLearner(CredentialsDb db, IMail mail, IJobs jobs, PromoteSettings settings, TimeProvider time) : ControllerBase
{
    [HttpPost("/api/v1/awards/{id}/notify"), Access(Scope.AwardsWrite)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        var client = HttpContext.Client;
        var award = RandomId.IsOne(id)
            ? await db.Awards.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.IssuerId == client.IssuerId, cancellationToken)
            : null;
        if (award is null)
        {
            return Refused.NotFound();
        }

        if (award.State != IssuingState.Issued)
        {
            return new Refused(RefusalCode.WrongState, "", "The award is promised and not issued yet: there is nothing to tell the learner.");
        }

        var earlier = await db.Deliveries.AsNoTracking().Where(row => row.AwardId == id && row.Request != DeliveryRow.OnExpiry).ToListAsync(cancellationToken);
        if (earlier.Find(row => row.State == DeliveryState.Pending) is { } underWay)
        {
            return Accepted(DeliveryAnswer.Of(underWay));
        }

        var now = time.GetStoredNow();
        var request = string.Create(CultureInfo.InvariantCulture, $"again-{earlier.Count(row => row.Request != DeliveryRow.OnIssuing) + 1}");
        var delivery = NewDelivery.Of(id, request, wanted: true, mail, settings, now);
        db.Deliveries.Add(delivery);
        db.Audit.Add(client.Did("award.notified", id, now));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException lost) when (UniqueViolation.Is(lost, out _))
        {
            // Somebody else asked at the same moment and was first: there is one message.
            return Accepted(DeliveryAnswer.Of(await db.Deliveries.AsNoTracking().SingleAsync(row => row.AwardId == id && row.Request == request, cancellationToken)));
        }

        await jobs.EnqueueAsync<SendDeliveries>(delivery.Id, CancellationToken.None);
        return Accepted(DeliveryAnswer.Of(delivery));
    }
}
