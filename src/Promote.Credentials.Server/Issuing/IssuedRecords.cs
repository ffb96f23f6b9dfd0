using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Issuing;

/// <summary>What changes when an award is issued, all in one commit: its state, who did it, and what to tell others.</summary>
internal static class IssuedRecords
{
    private const string Issued = "award.issued";

    /// <summary>Saves it; false when somebody else was first, and what they signed is stored.</summary>
    public static async Task<bool> SaveAsync(
        CredentialsDb db, AwardRow award, IReadOnlyList<CredentialRow> credentials, LearnerKey key, string actor, DateTimeOffset now)
    {
        Add(db, award, credentials, key, actor, now);
        var follows = award.ReplacesAwardId is not null || award.RenewsAwardId is not null;
        await using var transaction = follows && db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync() : null;
        try
        {
            await Succession.CompleteAsync(db, award, key, actor, now);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }

        if (transaction is not null)
        {
            await transaction.CommitAsync();
        }

        return true;
    }

    private static void Add(CredentialsDb db, AwardRow award, IReadOnlyList<CredentialRow> credentials, LearnerKey key, string actor, DateTimeOffset now)
    {
        award.State = IssuingState.Issued;
        award.IssuedAt = now;
        award.WaitsFor = null;
        foreach (var credential in credentials)
        {
            credential.State = IssuingState.Issued;
            credential.IssuedAt = now;
        }

        var formats = credentials.Select(credential => credential.Format);
        db.Audit.Add(new AuditRow
        {
            At = now,
            IssuerId = award.IssuerId,
            Actor = actor,
            Action = Issued,
            Subject = award.Id,
            Detail = StoredJson.Write(new { award.AchievementId, award.AchievementVersion, formats, assessment = award.AssessmentId, vouched = award.Vouched ? true : (bool?)null }),
            LearnerId = award.LearnerId,
        });
        db.Outbox.Add(new OutboxRow
        {
            Kind = Issued,
            Subject = award.Id,
            Payload = key.Encrypt(LearnerKey.Column.OutboxPayload, award.Id, StoredJson.WriteUtf8(new { award.HolderId, award.PublicId, formats })),
            CreatedAt = now,
        });
    }
}
