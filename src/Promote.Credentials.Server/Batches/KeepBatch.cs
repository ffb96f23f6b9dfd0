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
internal sealed class KeepBatch(CredentialsDb db, LearnerVault vault, KeyRing keyRing, TimeProvider time)
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
        var keyHash = asked.Key is null ? null : keyRing.Hashes.IdempotencyKey(client.IssuerId, $"batch {asked.Key}");
        if (keyHash is not null && await FindAsync(client, keyHash, cancellationToken) is { } before)
        {
            return await SameAsync(before, asked, file, cancellationToken);
        }

        try
        {
            return await StoreAsync(asked, client, keyHash, file, read, cancellationToken);
        }
        catch (DbUpdateException lost) when (keyHash is not null && UniqueViolation.Is(lost, out _))
        {
            // The same request at the same time was first. Its key is taken before a byte of the file is read.
            db.ChangeTracker.Clear();
            return await SameAsync((await FindAsync(client, keyHash, cancellationToken))!, asked, file, cancellationToken);
        }
        catch (BatchFileException unreadable)
        {
            return new Refusal(RefusalCode.InvalidValue, "", unreadable.Message);
        }
    }

    private async Task<BatchRow> StoreAsync(AskedBatch asked, Client client, byte[]? keyHash, Stream file, Func<Stream, IAsyncEnumerable<Dictionary<string, string>>> read, CancellationToken cancellationToken)
    {
        var (id, now) = (RandomId.New(), time.GetStoredNow());
        using var key = vault.New(id, out var wrapped);
        using var hash = SHA256.Create();
        await using var hashed = new CryptoStream(file, hash, CryptoStreamMode.Read, leaveOpen: true);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var row = new BatchRow
        {
            Id = id, IssuerId = client.IssuerId, AchievementId = asked.AchievementId, Formats = string.Join(' ', asked.Formats), State = BatchState.Queued, DryRun = asked.DryRun, Confirm = asked.Confirm,
            Vouched = client.Scopes.Contains(Scope.AwardsVouch), StartedBy = client.KeyId,
            Sender = client.Email is null ? null : key.Encrypt(LearnerKey.Column.BatchSender, id, StoredJson.WriteUtf8(new BatchSender(client.Email, client.Identifiers))),
            KeyHash = keyHash, BodyHash = [], KeyId = vault.KeyId, WrappedKey = wrapped, Lines = 0, CreatedAt = now, UpdatedAt = now,
        };
        db.Batches.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        var lines = await WriteAsync(id, client.IssuerId, key, read(hashed), cancellationToken);
        await hashed.CopyToAsync(Stream.Null, cancellationToken);
        var bodyHash = BodyHash(key, asked, hash.Hash!);
        await db.Batches.Where(one => one.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Lines, lines).SetProperty(one => one.BodyHash, bodyHash), cancellationToken);
        db.Audit.Add(client.Did("batch.sent", id, now, new { achievement = asked.AchievementId, lines, dryRun = asked.DryRun }));
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

    private Task<BatchRow?> FindAsync(Client client, byte[] keyHash, CancellationToken cancellationToken) =>
        db.Batches.AsNoTracking().SingleOrDefaultAsync(row => row.IssuerId == client.IssuerId && row.KeyHash == keyHash, cancellationToken);

    private async Task<Decision<BatchRow>> SameAsync(BatchRow before, AskedBatch asked, Stream file, CancellationToken cancellationToken)
    {
        using var key = vault.Open(before.Id, before.KeyId, before.WrappedKey)!;
        return CryptographicOperations.FixedTimeEquals(BodyHash(key, asked, await SHA256.HashDataAsync(file, cancellationToken)), before.BodyHash) ? before : IdempotencyToken.Reused;
    }

    private static byte[] BodyHash(LearnerKey key, AskedBatch asked, byte[] hash) => key.Hash([.. Encoding.UTF8.GetBytes(asked.Said), .. hash]);
}
