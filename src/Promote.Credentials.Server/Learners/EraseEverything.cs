using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Learners;

/// <summary>
/// Erases a learner, and whoever they were found to be too: their credentials are revoked first, so that the status lists still say so when
/// nothing else is left; then their keys go, without which nobody reads anything of theirs, in backups neither; and with them, in the same
/// commit, what they encrypted. What is left says nothing about a person: random ids, dates, hashes of signed documents, and the audit
/// trail, which still fits.
/// </summary>
internal sealed class EraseEverything(CredentialsDb db, KnownLearners learners, AwardLife life, WithdrawIntent withdraw, TimeProvider time)
{
    private const string Revocation = "No longer available";

    // Whoever awards at the same time gets in once more; after the key is gone nobody does. Somebody may be merged into them meanwhile.
    private const int MaxRounds = 3;

    public async Task<Decision<ErasedLearner>> RunAsync(Client client, string id, ErasureReason reason, CancellationToken cancellationToken)
    {
        if (!RandomId.IsOne(id) || !await db.Learners.AnyAsync(row => row.Id == id && row.IssuerId == client.IssuerId, cancellationToken))
        {
            return Refused.Nothing;
        }

        var round = 0;
        do
        {
            var ids = (await learners.OneWithAsync(id, cancellationToken)).ConvertAll(row => row.Id);
            if (await RevokeAsync(client, ids, cancellationToken) is { } refusal)
            {
                return refusal;
            }

            await EraseAsync(client, ids, reason);
        }
        while (++round < MaxRounds && await IsLeftAsync(id, cancellationToken));
        return new ErasedLearner(id);
    }

    private async Task<bool> IsLeftAsync(string id, CancellationToken cancellationToken)
    {
        var all = await learners.OneWithAsync(id, cancellationToken);
        var ids = all.ConvertAll(row => row.Id);
        return all.Exists(row => row.WrappedKey is not null) || await db.Awards.AnyAsync(row => ids.Contains(row.LearnerId) && row.RevokedAt == null, cancellationToken);
    }

    private async Task<Refusal?> RevokeAsync(Client client, List<string> ids, CancellationToken cancellationToken)
    {
        foreach (var promised in await db.Awards.Where(row => ids.Contains(row.LearnerId) && row.State == IssuingState.Intended).Select(row => row.Id).ToListAsync(cancellationToken))
        {
            await withdraw.RunAsync(promised);
        }

        var standing = await db.Awards.Where(row => ids.Contains(row.LearnerId) && row.State == IssuingState.Issued && row.RevokedAt == null).Select(row => row.Id).ToListAsync(cancellationToken);
        foreach (var award in standing)
        {
            var revoked = await life.ChangeAsync(client, award, AwardAction.Revoke, Revocation, cancellationToken);
            if (!revoked.Granted)
            {
                return revoked.Refusals[0];
            }
        }

        return null;
    }

    // One commit, which nobody may cancel.
    private async Task EraseAsync(Client client, List<string> ids, ErasureReason reason)
    {
        db.ChangeTracker.Clear();
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            // Their rows first: whoever gives them a name at the same time waits, or fails. Names after it, since lines of batches that became
            // no award are found by them.
            var erased = new List<string>();
            foreach (var id in ids.Order(StringComparer.Ordinal))
            {
                if (await db.Learners.Where(row => row.Id == id && row.WrappedKey != null).ExecuteUpdateAsync(set => set.SetProperty(row => row.WrappedKey, (byte[]?)null).SetProperty(row => row.Profile, Array.Empty<byte>())) == 1)
                {
                    erased.Add(id);
                }
            }

            await db.BatchLines.Where(line => line.Learner != null && db.LearnerLookups.Any(name => ids.Contains(name.LearnerId) && name.Lookup == line.Learner)).ExecuteUpdateAsync(set => set
                .SetProperty(line => line.Details, (byte[]?)null).SetProperty(line => line.Learner, (byte[]?)null));
            await db.LearnerLookups.Where(name => ids.Contains(name.LearnerId)).ExecuteDeleteAsync();
            await EraseAwardsAsync(db.Awards.Where(row => ids.Contains(row.LearnerId)));
            await db.PathwayCompletions.Where(row => ids.Contains(row.LearnerId)).ExecuteDeleteAsync();
            await db.AssessmentFiles.Where(row => db.Assessments.Any(assessment => assessment.Id == row.AssessmentId && ids.Contains(assessment.LearnerId))).ExecuteDeleteAsync();
            await db.Assessments.Where(row => ids.Contains(row.LearnerId)).ExecuteUpdateAsync(set => set.SetProperty(row => row.Details, Array.Empty<byte>()));
            var now = time.GetStoredNow();
            db.Audit.AddRange(erased.Select(id => client.DidBecause("learner.erased", id, now, reason: null, id, key: null, new { reason })));
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }

        if (db.Database.IsSqlite())
        {
            // Else the old bytes stay in the log of writes.
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    private async Task EraseAwardsAsync(IQueryable<AwardRow> awards)
    {
        await db.Credentials.Where(row => awards.Any(award => award.Id == row.AwardId)).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Intent, Array.Empty<byte>()).SetProperty(row => row.Signed, row => row.Signed == null ? null : Array.Empty<byte>()));
        await db.Outbox.Where(row => awards.Any(award => award.Id == row.Subject)).ExecuteUpdateAsync(set => set.SetProperty(row => row.Payload, (byte[]?)null));
        await db.Deliveries.Where(row => awards.Any(award => award.Id == row.AwardId)).ExecuteDeleteAsync();
        await db.ShareLinks.Where(row => awards.Any(award => award.Id == row.AwardId)).ExecuteDeleteAsync();

        await db.PathwayCompletions.Where(row => awards.Any(award => award.Id == row.AwardId)).ExecuteDeleteAsync();
        await db.PathwayCompletions.Where(row => row.AwardId == null && awards.Any(award => award.Id == row.CompletedBy)).ExecuteDeleteAsync();

        // What somebody typed may name the person.
        await awards.ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Details, Array.Empty<byte>()).SetProperty(row => row.SuspensionReason, (string?)null)
            .SetProperty(row => row.RevocationReason, (string?)null).SetProperty(row => row.ReplacementReason, (string?)null));
    }
}
