using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Server.Mail;
using Promote.Credentials.Server.Outbox;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Deliveries;

/// <summary>An award was issued: the learner is to be told, unless whoever awarded wanted it otherwise.</summary>
internal sealed class AnnounceAward(CredentialsDb db, LearnerVault vault, IMail mail, PromoteSettings settings, TimeProvider time) : IOutboxHandler
{
    public string Kind => "award.issued";

    public async Task HandleAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var found = await (
            from award in db.Awards.AsNoTracking()
            join learner in db.Learners on award.LearnerId equals learner.Id
            where award.Id == row.Subject
            select new
            {
                award.Details,
                award.LearnerId,
                learner.KeyId,
                learner.WrappedKey,
                Announced = db.Deliveries.Any(delivery => delivery.AwardId == award.Id && delivery.Request == DeliveryRow.OnIssuing),
            }).SingleAsync(cancellationToken);
        using var key = vault.Open(found.LearnerId, found.KeyId, found.WrappedKey);
        if (found.Announced || key is null)
        {
            return;
        }

        var wanted = StoredJson.Read<AwardProposal>(key.Decrypt(LearnerKey.Column.AwardDetails, row.Subject, found.Details)).Notify;
        db.Deliveries.Add(NewDelivery.Of(row.Subject, DeliveryRow.OnIssuing, wanted, mail, settings, time.GetStoredNow()));
    }
}
