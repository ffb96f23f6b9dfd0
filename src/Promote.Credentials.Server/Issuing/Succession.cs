using System.Text;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Issuing.Status;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Issuing;

/// <summary>An award that follows another. It stands in the promise, and the other gets its part in the commit that issues the new one: neither happens alone, whatever happens to this process.</summary>
/// <param name="Kind">What the new one is to the other.</param>
/// <param name="AwardId">The other.</param>
/// <param name="Version">The version of the achievement to award; null for the one in force.</param>
/// <param name="Reason">Why the other is replaced, for everybody to read.</param>
internal sealed record Succession(SuccessionKind Kind, string AwardId, int? Version, string? Reason)
{
    /// <summary>The award that is replaced.</summary>
    public string? Replaced => Kind == SuccessionKind.Replacement ? AwardId : null;

    /// <summary>The award that is renewed.</summary>
    public string? Renewed => Kind == SuccessionKind.Renewal ? AwardId : null;

    /// <summary>Why this may not be promised; null when it may. The unique keys of the table decide between two who ask at once.</summary>
    public async Task<Refusal?> WhyNotAsync(CredentialsDb db, CancellationToken cancellationToken)
    {
        var row = await db.Awards.AsNoTracking().SingleAsync(row => row.Id == AwardId, cancellationToken);
        if (Kind == SuccessionKind.Replacement)
        {
            return WhyNotReplaced(row, await db.Awards.AnyAsync(other => other.ReplacesAwardId == AwardId, cancellationToken));
        }

        return row.State != IssuingState.Issued ? NotIssued
            : row.Status != AwardStatus.Valid ? Refuse("Only an award that is neither revoked nor suspended can be renewed.")
            : await db.Awards.AnyAsync(other => other.RenewsAwardId == AwardId, cancellationToken) ? Refuse("The award was renewed already: renew the one that followed it.")
            : null;
    }

    /// <summary>Why an award may not be replaced; null when it may.</summary>
    /// <param name="row">The award.</param>
    /// <param name="isBeingReplaced">Whether another one is promised in its place.</param>
    public static Refusal? WhyNotReplaced(AwardRow row, bool isBeingReplaced) => row switch
    {
        { State: not IssuingState.Issued } => NotIssued,
        { Status: AwardStatus.Replaced } => Refuse("The award was replaced already: replace the one that took its place."),
        { Status: AwardStatus.Revoked } => Refuse("A revoked award has nothing left to replace: award the achievement anew."),
        _ => isBeingReplaced ? Refuse("The award is being replaced already.") : null,
    };

    /// <summary>Gives the older awards their part. Belongs into the transaction that issues the new ones.</summary>
    public static async Task CompleteAsync(CredentialsDb db, IReadOnlyList<(AwardRow Award, LearnerKey Key)> following, string actor, DateTimeOffset now)
    {
        await LockAsync(db, [.. following.Select(one => one.Award.Id)]);
        await StatusVersions.RaiseAsync(db, [.. following.Select(one => one.Award.ReplacesAwardId).OfType<string>()], now);
        foreach (var (award, key) in following)
        {
            await CompleteAsync(db, award, key, actor, now);
        }
    }

    // Whoever finishes what another one promised has locked the new award before it comes to the lists. So has the one that promised it: neither waits for the other
    // with what that one needs.
    private static async Task LockAsync(CredentialsDb db, string[] ids)
    {
        if (!db.Database.IsSqlite())
        {
            await db.Awards.FromSql($"SELECT * FROM awards WHERE id = ANY ({ids}) ORDER BY id FOR NO KEY UPDATE").AsNoTracking().Select(row => row.Id).ToListAsync();
        }
    }

    private static async Task CompleteAsync(CredentialsDb db, AwardRow award, LearnerKey key, string actor, DateTimeOffset now)
    {
        if (award.ReplacesAwardId is { } replaced)
        {
            // Whatever it was: an earlier revocation keeps its date and its reason.
            await db.Awards.Where(row => row.Id == replaced).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.RevocationReason, row => row.RevokedAt == null ? award.ReplacementReason : row.RevocationReason)
                .SetProperty(row => row.RevokedAt, row => row.RevokedAt ?? now)
                .SetProperty(row => row.SuspendedAt, (DateTimeOffset?)null)
                .SetProperty(row => row.SuspensionReason, (string?)null)
                .SetProperty(row => row.ReplacedByAwardId, award.Id));
            Record(db, award, key, "award.replaced", replaced, actor, now);
        }

        if (award.RenewsAwardId is { } renewed)
        {
            await db.Awards.Where(row => row.Id == renewed).ExecuteUpdateAsync(set => set.SetProperty(row => row.RenewedByAwardId, award.Id));
            Record(db, award, key, "award.renewed", renewed, actor, now);
        }
    }

    private static void Record(CredentialsDb db, AwardRow award, LearnerKey key, string action, string subject, string actor, DateTimeOffset now)
    {
        db.Audit.Add(new AuditRow
        {
            At = now, IssuerId = award.IssuerId, Actor = actor, Action = action, Subject = subject,
            Detail = StoredJson.Write(new { by = award.Id }),
            LearnerId = award.LearnerId,
            Reason = award.ReplacementReason is { } reason ? key.Encrypt(LearnerKey.Column.AuditReason, subject, Encoding.UTF8.GetBytes(reason)) : null,
        });
        db.Outbox.Add(new OutboxRow { Kind = action, Subject = subject, CreatedAt = now });
    }

    private static Refusal NotIssued => Refuse("The award is promised and not issued yet.");

    private static Refusal Refuse(string detail) => new(RefusalCode.WrongState, "", detail);
}
