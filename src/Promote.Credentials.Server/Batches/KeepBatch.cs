using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Batches.Reading;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Bulk;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Batches;

/// <summary>Stores the lines of a file: all of them or, when it cannot be read to its end, none. Each is encrypted with a key of the batch's own.</summary>
internal sealed class KeepBatch(CredentialsDb db, LearnerVault vault, KeyRing keyRing, SameBatch same, TimeProvider time)
{
    /// <summary>Most lines of a file.</summary>
    public const int MaxLines = 1_000_000;

    private static readonly string[] Columns = ["batch_id", "number", "state", "details", "learner"];

    /// <summary>Stores it, or answers what the same request made before.</summary>
    /// <param name="asked">What is asked of the file.</param>
    /// <param name="client">Who asks.</param>
    /// <param name="file">The file, as it comes in.</param>
    /// <param name="read">Reads its lines.</param>
    /// <param name="cancellationToken">Counts until it is stored.</param>
    public async Task<Decision<BatchRow>> RunAsync(AskedBatch asked, Client client, Stream file, Func<Stream, IAsyncEnumerable<Dictionary<string, string>>> read, CancellationToken cancellationToken)
    {
        try
        {
            return await KeepAsync(asked, client, file, read, cancellationToken);
        }
        catch (BatchFileException unreadable)
        {
            return new Refusal(unreadable.Code, "", unreadable.Message);
        }
    }

    private async Task<Decision<BatchRow>> KeepAsync(AskedBatch asked, Client client, Stream file, Func<Stream, IAsyncEnumerable<Dictionary<string, string>>> read, CancellationToken cancellationToken)
    {
        var keyHash = same.HashOf(client.IssuerId, asked.Key);
        if (keyHash is not null && await same.FindAsync(client.IssuerId, keyHash, cancellationToken) is { } before)
        {
            return same.Same(before, Said(asked, await SHA256.HashDataAsync(file, cancellationToken)));
        }

        if (BatchSchedule.WhyNot(asked.ScheduledFor, time.GetUtcNow()) is { } late)
        {
            return late;
        }

        try
        {
            return await StoreAsync(asked, client, keyHash, file, read, cancellationToken);
        }
        catch (DbUpdateException lost) when (keyHash is not null && UniqueViolation.Is(lost, out _))
        {
            // The same request at the same time was first. Its key is taken before a byte of the file is read.
            db.ChangeTracker.Clear();
            return same.Same((await same.FindAsync(client.IssuerId, keyHash, cancellationToken))!, Said(asked, await SHA256.HashDataAsync(file, cancellationToken)));
        }
    }

    private async Task<BatchRow> StoreAsync(AskedBatch asked, Client client, byte[]? keyHash, Stream file, Func<Stream, IAsyncEnumerable<Dictionary<string, string>>> read, CancellationToken cancellationToken)
    {
        var (id, now) = (RandomId.New(), time.GetStoredNow());
        using var key = vault.New(id, out var wrapped);
        using var hash = SHA256.Create();
        await using var hashed = new CryptoStream(file, hash, CryptoStreamMode.Read, leaveOpen: true);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await LongWork.AllowAsync(db, cancellationToken);
        var row = new BatchRow
        {
            Id = id, IssuerId = client.IssuerId, AchievementId = asked.AchievementId, Formats = string.Join(' ', asked.Formats), State = BatchState.Queued, DryRun = asked.DryRun, Confirm = asked.Confirm, ScheduledFor = asked.ScheduledFor,
            Vouched = client.Scopes.Contains(Scope.AwardsVouch), StartedBy = client.KeyId,
            Sender = client.Email is null ? null : key.Encrypt(LearnerKey.Column.BatchSender, id, StoredJson.WriteUtf8(new BatchSender(client.Email, client.Identifiers))),
            KeyHash = keyHash, BodyHash = [], KeyId = vault.KeyId, WrappedKey = wrapped, Lines = 0, CreatedAt = now, UpdatedAt = now,
        };
        db.Batches.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        var lines = await WriteAsync(id, client.IssuerId, key, read(hashed), cancellationToken);
        await hashed.CopyToAsync(Stream.Null, cancellationToken);
        var bodyHash = key.Hash(Said(asked, hash.Hash!));
        await db.Batches.Where(one => one.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Lines, lines).SetProperty(one => one.BodyHash, bodyHash), cancellationToken);
        db.Audit.Add(client.Did("batch.sent", id, now, new { achievement = asked.AchievementId, lines, dryRun = asked.DryRun, scheduledFor = asked.ScheduledFor }));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await db.Entry(row).ReloadAsync(CancellationToken.None);
        return row;
    }

    private async Task<int> WriteAsync(string id, string issuerId, LearnerKey key, IAsyncEnumerable<Dictionary<string, string>> lines, CancellationToken cancellationToken)
    {
        var number = 0;
        await using var insert = await BulkInsert.BeginAsync(db, "batch_lines", Columns, cancellationToken);
        await foreach (var cells in lines.WithCancellation(cancellationToken))
        {
            if (++number > MaxLines)
            {
                throw new BatchFileException($"A batch has at most {MaxLines} lines.");
            }

            var learner = new Learner { GivenName = "", FamilyName = "", Email = cells.GetValueOrDefault("email"), Identifier = cells.GetValueOrDefault("identifier") };
            var lookup = learner is { Email: null, Identifier: null } ? null : keyRing.Hashes.Learner(issuerId, learner);
            await insert.WriteAsync([id, number, "read", key.Encrypt(LearnerKey.Column.BatchLine, PlaceOf(id, number), StoredJson.WriteUtf8(cells)), lookup], cancellationToken);
        }

        await insert.CompleteAsync(cancellationToken);
        return number > 0 ? number : throw new BatchFileException("There is nobody in the file.");
    }

    /// <summary>The row that a line is encrypted for.</summary>
    public static string PlaceOf(string batchId, int number) => $"{batchId}/{number}";

    private static byte[] Said(AskedBatch asked, byte[] hash) => [.. Encoding.UTF8.GetBytes(asked.Said), .. hash];
}
