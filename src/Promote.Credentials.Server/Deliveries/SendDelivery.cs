using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Jobs;
using Promote.Credentials.Server.Mail;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Deliveries;

/// <summary>Sends one claimed message and keeps what came of it.</summary>
internal sealed class SendDelivery(CredentialsDb db, AwardMail awardMail, IMail mail, TimeProvider time, ILogger<SendDelivery> log)
{
    public async Task RunAsync(DeliveryRow claimed)
    {
        var letter = await awardMail.WriteAsync(claimed);
        if (letter.Mail is null)
        {
            await EndAsync(claimed, letter.State, letter.Error);
            return;
        }

        var result = await mail.SendAsync(letter.Mail);
        Failpoint.Hit("delivery-sent");
        if (result.Outcome == MailOutcome.Taken)
        {
            await EndAsync(claimed, DeliveryState.Sent, null);
            return;
        }

        Log.MailNotTaken(log, claimed.Id, claimed.Attempts, result.Code!);
        if (result.Outcome == MailOutcome.NotNow && Backoff.After(claimed.Attempts) is { } wait)
        {
            var next = time.GetStoredNow() + wait;
            await Mine(claimed).ExecuteUpdateAsync(row => row.SetProperty(it => it.NextAttemptAt, next).SetProperty(it => it.Error, result.Code));
            return;
        }

        await EndAsync(claimed, DeliveryState.Failed, result.Code);
    }

    private Task<int> EndAsync(DeliveryRow claimed, DeliveryState state, string? error)
    {
        DateTimeOffset? sentAt = state == DeliveryState.Sent ? time.GetStoredNow() : null;
        return Mine(claimed).ExecuteUpdateAsync(row => row
            .SetProperty(it => it.State, state)
            .SetProperty(it => it.Error, error)
            .SetProperty(it => it.SentAt, sentAt)
            .SetProperty(it => it.NextAttemptAt, (DateTimeOffset?)null));
    }

    // Whoever claims a row counts its tries up: a node that was too slow finds it is no longer its own.
    private IQueryable<DeliveryRow> Mine(DeliveryRow claimed) =>
        db.Deliveries.Where(row => row.Id == claimed.Id && row.Attempts == claimed.Attempts && row.State == DeliveryState.Pending);
}
