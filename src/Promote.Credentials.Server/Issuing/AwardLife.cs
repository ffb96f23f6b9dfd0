using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Awards;
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
/// What becomes of issued awards: each change is one commit of their state, the versions of their status lists, their audit rows and
/// their outbox rows. Whoever asks for what is so already gets the award as it is, and nothing is done twice.
/// </summary>
internal sealed class AwardLife(CredentialsDb db, LearnerVault vault, Oneself oneselves, RollbackGuard guard, SignedStatusLists lists, TimeProvider time)
{
    // Each time somebody else changed the award in between; after that it is as wanted, or not allowed.
    private const int MaxAttempts = 5;

    /// <summary>Revokes, suspends or reinstates one award.</summary>
    /// <param name="client">Who does it; nobody does it to an award of their own.</param>
    /// <param name="id">Which award of the client's issuer.</param>
    /// <param name="action">What is done.</param>
    /// <param name="reason">Why, for everybody to read.</param>
    /// <param name="cancellationToken">Counts until it is stored.</param>
    public async Task<Decision<AwardRow>> ChangeAsync(Client client, string id, AwardAction action, string reason, CancellationToken cancellationToken)
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
            if (row is null)
            {
                return Refused.Nothing;
            }

            var next = AwardStep.Of(action, row, reason);
            if ((row.State == IssuingState.Issued ? guard.WhyNot(row.IssuerId) ?? await oneselves.WhyNotAsync(client, row.LearnerId, cancellationToken) : null) is { } refusal)
            {
                return refusal;
            }

            if (next.Refusal is not null)
            {
                return next.Refusal;
            }

            if (next.Apply is null)
            {
                return row;
            }

            if (await TryAsync(client, row, action, reason, next.Apply, cancellationToken))
            {
                await PublishAsync(client.IssuerId);
                return row;
            }

            if (attempt == MaxAttempts)
            {
                return new Refusal(RefusalCode.Unavailable, "", "Others change this award at the same time: repeat the request.");
            }
        }
    }

    /// <summary>Does the same to many awards, in the transaction of the caller, who saves, commits and then has the lists published. That none is the client's own was asked before.</summary>
    /// <param name="client">Who does it.</param>
    /// <param name="ids">Which awards of the client's issuer.</param>
    /// <param name="action">What is done.</param>
    /// <param name="reason">Why, for everybody to read; it was found to be a reason before.</param>
    /// <param name="told">What the messages to their holders are told apart by; null where nobody is told.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>What stands against each, in their order; null where it is as wanted.</returns>
    public async Task<IReadOnlyList<Refusal?>> ChangeAsync(Client client, IReadOnlyList<string> ids, AwardAction action, string reason, string? told, CancellationToken cancellationToken)
    {
        if (guard.WhyNot(client.IssuerId) is { } older)
        {
            return [.. ids.Select(_ => older)];
        }

        var now = time.GetStoredNow();
        await StatusVersions.RaiseAsync(db, ids, now);
        var found = await (
            from award in db.Awards
            join learner in db.Learners on award.LearnerId equals learner.Id
            where ids.Contains(award.Id) && award.IssuerId == client.IssuerId
            select new { award, learner.KeyId, learner.WrappedKey }).ToDictionaryAsync(one => one.award.Id, StringComparer.Ordinal, cancellationToken);
        var refusals = new List<Refusal?>(ids.Count);
        foreach (var one in ids.Select(id => found[id]))
        {
            var step = AwardStep.Of(action, one.award, reason);
            refusals.Add(step.Refusal);
            if (step.Apply is not null)
            {
                using var key = vault.Open(one.award.LearnerId, one.KeyId, one.WrappedKey);
                step.Apply(now);
                Record(client, one.award, action, reason, key, told, now);
            }
        }

        return refusals;
    }

    /// <summary>Has everybody see what was committed.</summary>
    public Task PublishAsync(string issuerId) => lists.PublishAsync(db, issuerId, CancellationToken.None);

    // The lists are written first, so that two changes of one issuer take turns; on SQLite the transaction itself does that.
    private async Task<bool> TryAsync(Client client, AwardRow row, AwardAction action, string reason, Action<DateTimeOffset> apply, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        using var key = vault.Open(await db.Learners.AsNoTracking().SingleAsync(learner => learner.Id == row.LearnerId, cancellationToken));
        await StatusVersions.RaiseAsync(db, [row.Id], now);
        apply(now);
        Record(client, row, action, reason, key, told: null, now);
        if (!await db.SaveUnlessChangedAsync(cancellationToken))
        {
            return false;
        }

        Failpoint.Hit("life-saved");
        await transaction.CommitAsync(CancellationToken.None);
        Failpoint.Hit("life-committed");
        return true;
    }

    private void Record(Client client, AwardRow row, AwardAction action, string reason, LearnerKey? key, string? told, DateTimeOffset now)
    {
        var kind = action switch { AwardAction.Revoke => "award.revoked", AwardAction.Suspend => "award.suspended", _ => "award.reinstated" };
        db.Audit.Add(client.DidBecause(kind, row.Id, now, reason, row.LearnerId, key));
        db.Outbox.Add(new OutboxRow
        {
            Kind = kind,
            Subject = row.Id,
            Payload = told is null ? null : key?.Encrypt(LearnerKey.Column.OutboxPayload, row.Id, StoredJson.WriteUtf8(new ChangeNotice(told))),
            CreatedAt = now,
        });
    }
}
