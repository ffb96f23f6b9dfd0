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
        if (row.State != IssuingState.Issued)
        {
            return Refuse("The award is promised and not issued yet.");
        }

        if (Kind == SuccessionKind.Replacement)
        {
            return row.Status switch
            {
                AwardStatus.Replaced => Refuse("The award was replaced already: replace the one that took its place."),
                AwardStatus.Revoked => Refuse("A revoked award has nothing left to replace: award the achievement anew."),
                _ => await db.Awards.AnyAsync(other => other.ReplacesAwardId == AwardId, cancellationToken) ? Refuse("The award is being replaced already.") : null,
            };
        }

        return row.Status != AwardStatus.Valid ? Refuse("Only an award that is neither revoked nor suspended can be renewed.")
            : await db.Awards.AnyAsync(other => other.RenewsAwardId == AwardId, cancellationToken) ? Refuse("The award was renewed already: renew the one that followed it.")
            : null;
    }

    /// <summary>Gives the older award its part. Belongs into the transaction that issues the new one.</summary>
    public static async Task CompleteAsync(CredentialsDb db, AwardRow award, LearnerKey key, string actor, DateTimeOffset now)
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
            await StatusVersions.RaiseAsync(db, replaced, now);
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

    private static Refusal Refuse(string detail) => new(RefusalCode.WrongState, "", detail);
}
