using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Formats;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Batches.Changing;

/// <summary>Stores a change of many awards as a batch with one line for each of them. It is checked, confirmed and run as every batch is.</summary>
internal sealed class KeepChange(CredentialsDb db, LearnerVault vault, SameBatch same, TimeProvider time)
{
    /// <summary>Stores it, or answers what the same request made before.</summary>
    /// <param name="action">What is done.</param>
    /// <param name="asked">To which awards, and why.</param>
    /// <param name="client">Who asks.</param>
    /// <param name="token">What makes a repeated request the same one; null where there is none.</param>
    /// <param name="cancellationToken">Counts until it is stored.</param>
    public async Task<Decision<BatchRow>> RunAsync(AwardAction action, AskedChange asked, Client client, IdempotencyToken? token, CancellationToken cancellationToken)
    {
        var keyHash = same.HashOf(client.IssuerId, token?.Key);
        if (keyHash is not null && await same.FindAsync(client.IssuerId, keyHash, cancellationToken) is { } before)
        {
            return same.Same(before, token!.CanonicalBody);
        }

        if (WhyNot(asked) is { Count: > 0 } wrong)
        {
            return wrong;
        }

        var achievement = await AchievementAsync(asked.Awards, client.IssuerId, cancellationToken);
        if (!achievement.Granted)
        {
            return achievement.Refusals.ToList();
        }

        try
        {
            return await StoreAsync(action, asked, achievement.Value, client, keyHash, token, cancellationToken);
        }
        catch (DbUpdateException lost) when (keyHash is not null && UniqueViolation.Is(lost, out _))
        {
            // The same request at the same time was first.
            db.ChangeTracker.Clear();
            return same.Same((await same.FindAsync(client.IssuerId, keyHash, cancellationToken))!, token!.CanonicalBody);
        }
    }

    private List<Refusal> WhyNot(AskedChange asked)
    {
        var refusals = StatusReason.Check(asked.Reason).ToList();
        if (asked.Awards is { Batch: null, Achievement: null })
        {
            refusals.Add(new(RefusalCode.MissingField, "/awards", "Say which awards, either those of a batch or those of an achievement."));
        }

        if (asked.Change().Formats is { } formats && (formats.Count == 0 || !formats.All(FormatList.Names.Contains)))
        {
            refusals.Add(new(RefusalCode.InvalidValue, "/formats", $"The formats are: {string.Join(", ", FormatList.Names)}."));
        }

        if (BatchSchedule.WhyNot(asked.ScheduledFor, time.GetUtcNow()) is { } late)
        {
            refusals.Add(late);
        }

        return refusals;
    }

    private async Task<Decision<string>> AchievementAsync(AwardFilter filter, string issuerId, CancellationToken cancellationToken)
    {
        var ofBatch = filter.Batch is null ? null : await db.Batches.Where(row => row.Id == filter.Batch && row.IssuerId == issuerId).Select(row => row.AchievementId).SingleOrDefaultAsync(cancellationToken);
        if (filter.Batch is not null && ofBatch is null)
        {
            return new Refusal(RefusalCode.NotFound, "/awards/batch", "There is no such batch.");
        }

        if (filter.Achievement is { } named && !await db.Achievements.AnyAsync(row => row.Id == named && row.IssuerId == issuerId, cancellationToken))
        {
            return new Refusal(RefusalCode.NotFound, "/awards/achievement", "There is no such achievement.");
        }

        return filter.Achievement is null || ofBatch is null || filter.Achievement == ofBatch
            ? (ofBatch ?? filter.Achievement)!
            : new Refusal(RefusalCode.InvalidValue, "/awards/achievement", "The batch is of another achievement.");
    }

    private async Task<Decision<BatchRow>> StoreAsync(AwardAction action, AskedChange asked, string achievementId, Client client, byte[]? keyHash, IdempotencyToken? token, CancellationToken cancellationToken)
    {
        var (id, now, change) = (RandomId.New(), time.GetStoredNow(), asked.Change());
        using var key = vault.New(id, out var wrapped);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await LongWork.AllowAsync(db, cancellationToken);
        var row = new BatchRow
        {
            Id = id, IssuerId = client.IssuerId, AchievementId = achievementId, Action = action, Reason = asked.Reason, Formats = "", State = BatchState.Queued, DryRun = asked.DryRun, Confirm = asked.Confirm,
            ScheduledFor = asked.ScheduledFor, Change = key.Encrypt(LearnerKey.Column.BatchChange, id, StoredJson.WriteUtf8(change)), Vouched = false, StartedBy = client.KeyId,
            Sender = client.Email is null ? null : key.Encrypt(LearnerKey.Column.BatchSender, id, StoredJson.WriteUtf8(new BatchSender(client.Email, client.Identifiers))),
            KeyHash = keyHash, BodyHash = token is null ? [] : key.Hash(token.CanonicalBody), KeyId = vault.KeyId, WrappedKey = wrapped, Lines = 0, CreatedAt = now, UpdatedAt = now,
        };
        db.Batches.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        var lines = await SelectAsync(row, asked.Awards, cancellationToken);
        if (lines is 0 or > KeepBatch.MaxLines)
        {
            return new Refusal(RefusalCode.InvalidValue, "/awards", lines == 0 ? "There is no award of which this is still to be done." : $"A batch has at most {KeepBatch.MaxLines} lines: say a shorter time.");
        }

        var formats = action == AwardAction.Replace ? string.Join(' ', change.Formats ?? await FormatsAsync(id, cancellationToken)) : "";
        await db.Batches.Where(one => one.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Lines, lines).SetProperty(one => one.Formats, formats), cancellationToken);
        db.Audit.Add(client.Did("batch.sent", id, now, new { action, achievement = achievementId, asked.Awards.Batch, lines, dryRun = asked.DryRun, scheduledFor = asked.ScheduledFor }));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await db.Entry(row).ReloadAsync(CancellationToken.None);
        return row;
    }

    // Those that are promised and not issued yet are in it too: they are told, and not left out silently.
    private async Task<int> SelectAsync(BatchRow row, AwardFilter filter, CancellationToken cancellationToken)
    {
        const string Select = "INSERT INTO batch_lines (batch_id, number, state, changes_award_id) SELECT {0}, row_number() OVER (ORDER BY award.created_at, award.id), 'read', award.id FROM awards AS award";
        const string OfBatch = " JOIN batch_lines AS line ON line.award_id = award.id AND line.batch_id = {6}";
        const string Where = " WHERE award.issuer_id = {1} AND award.achievement_id = {2} AND award.created_at >= {3} AND award.created_at < {4} AND award.revoked_at IS NULL";
        const string Limit = " LIMIT {5}";
        var left = row.Action switch
        {
            AwardAction.Suspend => " AND award.suspended_at IS NULL",
            AwardAction.Reinstate => " AND award.suspended_at IS NOT NULL",
            _ => "",
        };
        var (from, before) = (filter.IssuedFrom ?? DateTimeOffset.UnixEpoch, filter.IssuedBefore ?? DateTimeOffset.UnixEpoch.AddYears(8000));
        object[] values = [row.Id, row.IssuerId, row.AchievementId, Stored(from), Stored(before), KeepBatch.MaxLines + 1, .. filter.Batch is null ? [] : (object[])[filter.Batch]];
        var sql = string.Concat(Select, filter.Batch is null ? "" : OfBatch, Where, left, Limit);
        return await db.Database.ExecuteSqlAsync(FormattableStringFactory.Create(sql, values), cancellationToken);
    }

    // SQLite has no instants.
    private object Stored(DateTimeOffset instant) => db.Database.IsSqlite() ? instant.ToUnixTimeMilliseconds() : instant.ToUniversalTime();

    private async Task<IEnumerable<string>> FormatsAsync(string id, CancellationToken cancellationToken)
    {
        var formats = await (
            from line in db.BatchLines
            join credential in db.Credentials on line.ChangesAwardId equals credential.AwardId
            where line.BatchId == id
            select credential.Format).Distinct().ToListAsync(cancellationToken);
        return FormatList.Names.Where(formats.Contains);
    }
}
