using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Learners;

/// <summary>
/// Erases a learner: their credentials are revoked first, so that the status lists still say so when nothing else is left; then their
/// key goes, without which nobody reads anything of theirs, in backups neither; and with it, in the same commit, what it encrypted.
/// What is left says nothing about a person: random ids, dates, hashes of signed documents, and the audit trail, which still fits.
/// </summary>
internal sealed class EraseEverything(CredentialsDb db, AwardLife life, WithdrawIntent withdraw, TimeProvider time)
{
    private const string Revocation = "No longer available";

    // Whoever awards at the same time gets in once more; after the key is gone nobody does.
    private const int MaxRounds = 3;

    public async Task<Decision<ErasedLearner>> RunAsync(Client client, string id, ErasureReason reason, CancellationToken cancellationToken)
    {
        var learner = !RandomId.IsOne(id) ? null : await db.Learners.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.IssuerId == client.IssuerId, cancellationToken);
        if (learner is null)
        {
            return Refused.Nothing;
        }

        var round = 0;
        do
        {
            if (await RevokeAsync(client, id, cancellationToken) is { } refusal)
            {
                return refusal;
            }

            await EraseAsync(client, id, reason);
        }
        while (++round < MaxRounds && await db.Awards.AnyAsync(row => row.LearnerId == id && row.RevokedAt == null, cancellationToken));
        return new ErasedLearner(id);
    }

    private async Task<Refusal?> RevokeAsync(Client client, string id, CancellationToken cancellationToken)
    {
        foreach (var promised in await db.Awards.Where(row => row.LearnerId == id && row.State == IssuingState.Intended).Select(row => row.Id).ToListAsync(cancellationToken))
        {
            await withdraw.RunAsync(promised);
        }

        var standing = await db.Awards.Where(row => row.LearnerId == id && row.State == IssuingState.Issued && row.RevokedAt == null).Select(row => row.Id).ToListAsync(cancellationToken);
        foreach (var award in standing)
        {
            var revoked = await life.RevokeAsync(client, award, Revocation, cancellationToken);
            if (!revoked.Granted)
            {
                return revoked.Refusals[0];
            }
        }

        return null;
    }

    // One commit, which nobody may cancel.
    private async Task EraseAsync(Client client, string id, ErasureReason reason)
    {
        db.ChangeTracker.Clear();
        if (db.Database.IsSqlite())
        {
            // Else the old bytes, the wrapped key among them, stay in free pages of the file.
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA secure_delete = ON");
        }

        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            // Lines of batches that became no award: what they are found by is gone afterwards.
            await db.BatchLines.Where(line => line.Learner != null && db.Learners.Any(row => row.Id == id && row.Lookup == line.Learner)).ExecuteUpdateAsync(set => set
                .SetProperty(line => line.Details, (byte[]?)null).SetProperty(line => line.Learner, (byte[]?)null));
            var first = await db.Learners.Where(row => row.Id == id && row.WrappedKey != null).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.WrappedKey, (byte[]?)null).SetProperty(row => row.Lookup, (byte[]?)null).SetProperty(row => row.Profile, Array.Empty<byte>()));
            await EraseAwardsAsync(db.Awards.Where(row => row.LearnerId == id));
            await db.AssessmentFiles.Where(row => db.Assessments.Any(assessment => assessment.Id == row.AssessmentId && assessment.LearnerId == id)).ExecuteDeleteAsync();
            await db.Assessments.Where(row => row.LearnerId == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Details, Array.Empty<byte>()));
            if (first == 1)
            {
                db.Audit.Add(client.DidBecause("learner.erased", id, time.GetStoredNow(), reason: null, id, key: null, new { reason }));
                await db.SaveChangesAsync();
            }

            await transaction.CommitAsync();
        }

        if (db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task EraseAwardsAsync(IQueryable<AwardRow> awards)
    {
        await db.Credentials.Where(row => awards.Any(award => award.Id == row.AwardId)).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Intent, Array.Empty<byte>()).SetProperty(row => row.Signed, row => row.Signed == null ? null : Array.Empty<byte>()));
        await db.Outbox.Where(row => awards.Any(award => award.Id == row.Subject)).ExecuteUpdateAsync(set => set.SetProperty(row => row.Payload, (byte[]?)null));
        await db.Deliveries.Where(row => awards.Any(award => award.Id == row.AwardId)).ExecuteDeleteAsync();
        await db.ShareLinks.Where(row => awards.Any(award => award.Id == row.AwardId)).ExecuteDeleteAsync();

        await db.PathwayCompletions.Where(row => awards.Any(award => award.Id == row.AwardId || (row.AwardId == null && award.Id == row.CompletedBy))).ExecuteDeleteAsync();

        // What somebody typed may name the person.
        await awards.ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Details, Array.Empty<byte>()).SetProperty(row => row.SuspensionReason, (string?)null)
            .SetProperty(row => row.RevocationReason, (string?)null).SetProperty(row => row.ReplacementReason, (string?)null));
    }
}
