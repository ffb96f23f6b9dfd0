using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Issuing.Status;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Issuing;

/// <summary>
/// What becomes of an issued award: each change is one commit of its state, the versions of its status lists, its audit row and
/// its outbox row. Whoever asks for what is so already gets the award as it is, and nothing is done twice.
/// </summary>
internal sealed class AwardLife(CredentialsDb db, LearnerVault vault, RollbackGuard guard, SignedStatusLists lists, TimeProvider time)
{
    // Each time somebody else changed the award in between; after that it is as wanted, or not allowed.
    private const int MaxAttempts = 5;

    /// <summary>Ends an award for ever.</summary>
    public Task<Decision<AwardRow>> RevokeAsync(Client client, string id, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(client, id, reason, "award.revoked", row => row.Status switch
        {
            AwardStatus.Revoked or AwardStatus.Replaced => AwardStep.Done,
            _ => AwardStep.Do(now =>
            {
                (row.RevokedAt, row.RevocationReason) = (now, reason);
                (row.SuspendedAt, row.SuspensionReason) = (null, null);
            }),
        }, cancellationToken);

    /// <summary>Lets an award not hold for the time being.</summary>
    public Task<Decision<AwardRow>> SuspendAsync(Client client, string id, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(client, id, reason, "award.suspended", row => row.Status switch
        {
            AwardStatus.Suspended => AwardStep.Done,
            AwardStatus.Valid => AwardStep.Do(now => (row.SuspendedAt, row.SuspensionReason) = (now, reason)),
            _ => AwardStep.Refuse("A revoked award holds no more, so it cannot be suspended."),
        }, cancellationToken);

    /// <summary>Lets a suspended award hold again.</summary>
    public Task<Decision<AwardRow>> ReinstateAsync(Client client, string id, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(client, id, reason, "award.reinstated", row => row.Status switch
        {
            AwardStatus.Valid => AwardStep.Done,
            AwardStatus.Suspended => AwardStep.Do(_ => (row.SuspendedAt, row.SuspensionReason) = (null, null)),
            _ => AwardStep.Refuse("Revoking is final: award the achievement anew."),
        }, cancellationToken);

    private async Task<Refusal?> AboutOneselfAsync(Client client, AwardRow award, CancellationToken cancellationToken)
    {
        if (client.Email is null)
        {
            return null;
        }

        var learner = await db.Learners.AsNoTracking().SingleAsync(row => row.Id == award.LearnerId, cancellationToken);
        using var key = vault.Open(learner);
        return key is null ? null : NotAboutOneself.WhyNot(client, StoredJson.Read<Learner>(key.Decrypt(LearnerKey.Column.LearnerProfile, learner.Id, learner.Profile)));
    }

    private async Task<Decision<AwardRow>> ChangeAsync(
        Client client, string id, string reason, string action, Func<AwardRow, AwardStep> step, CancellationToken cancellationToken)
    {
        if (StatusReason.Check(reason) is { Count: > 0 } wrong)
        {
            return wrong.ToList();
        }

        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            var row = RandomId.IsOne(id)
                ? await db.Awards.SingleOrDefaultAsync(row => row.Id == id && row.IssuerId == client.IssuerId, cancellationToken)
                : null;
            if (WhyNot(row) is { } refusal)
            {
                return refusal;
            }

            if (await AboutOneselfAsync(client, row!, cancellationToken) is { } oneself)
            {
                return oneself;
            }

            var next = step(row!);
            if (next.Refusal is not null)
            {
                return next.Refusal;
            }

            if (next.Apply is null)
            {
                return row!;
            }

            if (await TryAsync(client, row!, reason, action, next.Apply, cancellationToken))
            {
                await lists.PublishAsync(db, client.IssuerId, CancellationToken.None);
                return row!;
            }

            if (attempt == MaxAttempts)
            {
                return new Refusal(RefusalCode.Unavailable, "", "Others change this award at the same time: repeat the request.");
            }
        }
    }

    private Refusal? WhyNot(AwardRow? row) => row switch
    {
        null => Refused.Nothing,
        { State: not IssuingState.Issued } => new(RefusalCode.WrongState, "", "The award is promised and not issued yet."),
        _ => guard.WhyNot(row.IssuerId),
    };

    // The lists are written first, so that two changes of one issuer take turns; on SQLite the transaction itself does that.
    private async Task<bool> TryAsync(
        Client client, AwardRow row, string reason, string action, Action<DateTimeOffset> apply, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        using var key = vault.Open(await db.Learners.AsNoTracking().SingleAsync(learner => learner.Id == row.LearnerId, cancellationToken));
        await StatusVersions.RaiseAsync(db, row.Id, now);
        apply(now);
        db.Audit.Add(client.DidBecause(action, row.Id, now, reason, row.LearnerId, key));
        db.Outbox.Add(new OutboxRow { Kind = action, Subject = row.Id, CreatedAt = now });
        if (!await db.SaveUnlessChangedAsync(cancellationToken))
        {
            return false;
        }

        Failpoint.Hit("life-saved");
        await transaction.CommitAsync(CancellationToken.None);
        Failpoint.Hit("life-committed");
        return true;
    }
}
