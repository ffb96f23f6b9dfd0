using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Bulk;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Issuing;

/// <summary>What changes when an award is issued, all in one commit: its state, who did it, and what to tell others.</summary>
internal static class IssuedRecords
{
    private const string Issued = "award.issued";

    /// <summary>Saves it for awards that are issued together; false, and nothing is saved, when somebody else was first with one of them: what they signed is stored.</summary>
    public static async Task<bool> SaveAsync(CredentialsDb db, IReadOnlyList<PromisedAward> awards, string actor, DateTimeOffset now)
    {
        foreach (var one in awards)
        {
            Add(db, one.Row!, [.. one.Documents.Select(document => document.Row)], one.Key!, actor, now);
            one.Request.Line?.Became(one.Row!);
        }

        return await SaveAsync(db, awards.Where(one => one.Request.Succession is not null).Select(one => (one.Row!, one.Key!)).ToList(), actor, now);
    }

    /// <summary>Saves it for an award that was promised before.</summary>
    public static Task<bool> SaveAsync(
        CredentialsDb db, AwardRow award, IReadOnlyList<CredentialRow> credentials, LearnerKey key, string actor, DateTimeOffset now)
    {
        Add(db, award, credentials, key, actor, now);
        return SaveAsync(db, award is { ReplacesAwardId: null, RenewsAwardId: null } ? [] : [(award, key)], actor, now);
    }

    private static async Task<bool> SaveAsync(CredentialsDb db, List<(AwardRow Award, LearnerKey Key)> following, string actor, DateTimeOffset now)
    {
        await using var transaction = following.Count > 0 && db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync() : null;
        try
        {
            if (following.Count > 0)
            {
                await Succession.CompleteAsync(db, following, actor, now);
            }

            await SaveInBulk.RunAsync(db, CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Nor does the context keep what it could not save.
            db.ChangeTracker.Clear();
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
