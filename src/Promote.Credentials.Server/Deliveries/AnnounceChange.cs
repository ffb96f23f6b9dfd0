using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Mail;
using Promote.Credentials.Server.Outbox;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Deliveries;

/// <summary>Awards were revoked, suspended or reinstated, and whoever did it wanted their holders to be told.</summary>
internal sealed class AnnounceChange(CredentialsDb db, LearnerVault vault, IMail mail, PromoteSettings settings, TimeProvider time) : IOutboxHandler
{
    public IReadOnlyList<string> Kinds { get; } = [.. DeliveryRow.Changes.Select(change => $"award.{change}")];

    public async Task HandleAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellationToken)
    {
        var wanted = rows.Where(row => row.Payload is not null).ToList();
        if (wanted.Count == 0)
        {
            return;
        }

        var ids = wanted.ConvertAll(row => row.Subject);
        var found = await (
            from award in db.Awards.AsNoTracking()
            join learner in db.Learners on award.LearnerId equals learner.Id
            where ids.Contains(award.Id)
            select new { award.Id, award.LearnerId, learner.KeyId, learner.WrappedKey, Told = db.Deliveries.Where(delivery => delivery.AwardId == award.Id).Select(delivery => delivery.Request).ToList() })
            .ToDictionaryAsync(award => award.Id, StringComparer.Ordinal, cancellationToken);
        foreach (var row in wanted)
        {
            // A learner who was erased has no key, and is told nothing.
            var award = found[row.Subject];
            using var key = vault.Open(award.LearnerId, award.KeyId, award.WrappedKey);
            if (key is not null)
            {
                var request = DeliveryRow.OnChange(row.Kind["award.".Length..], StoredJson.Read<ChangeNotice>(key.Decrypt(LearnerKey.Column.OutboxPayload, award.Id, row.Payload)).By);
                if (!award.Told.Contains(request))
                {
                    db.Deliveries.Add(NewDelivery.Of(award.Id, request, wanted: true, mail, settings, time.GetStoredNow()));
                }
            }
        }
    }
}
