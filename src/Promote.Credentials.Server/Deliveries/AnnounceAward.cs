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

/// <summary>Awards were issued: their learners are to be told, unless whoever awarded wanted it otherwise.</summary>
internal sealed class AnnounceAward(CredentialsDb db, LearnerVault vault, IMail mail, PromoteSettings settings, TimeProvider time) : IOutboxHandler
{
    public IReadOnlyList<string> Kinds { get; } = ["award.issued"];

    public async Task HandleAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => row.Subject).ToList();
        var found = await (
            from award in db.Awards.AsNoTracking()
            join learner in db.Learners on award.LearnerId equals learner.Id
            where ids.Contains(award.Id)
            select new
            {
                award.Id,
                award.Details,
                award.LearnerId,
                learner.KeyId,
                learner.WrappedKey,
                Announced = db.Deliveries.Any(delivery => delivery.AwardId == award.Id && delivery.Request == DeliveryRow.OnIssuing),
            }).ToDictionaryAsync(award => award.Id, StringComparer.Ordinal, cancellationToken);
        foreach (var award in rows.Select(row => found[row.Subject]).Where(award => !award.Announced))
        {
            // A learner who was erased has no key, and is told nothing.
            using var key = vault.Open(award.LearnerId, award.KeyId, award.WrappedKey);
            if (key is not null)
            {
                var wanted = StoredJson.Read<AwardProposal>(key.Decrypt(LearnerKey.Column.AwardDetails, award.Id, award.Details)).Notify;
                db.Deliveries.Add(NewDelivery.Of(award.Id, DeliveryRow.OnIssuing, wanted, mail, settings, time.GetStoredNow()));
            }
        }
    }
}
