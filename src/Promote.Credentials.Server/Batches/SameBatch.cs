using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Batches;

/// <summary>Finds the batch that the same request made before.</summary>
internal sealed class SameBatch(CredentialsDb db, LearnerVault vault, KeyRing keyRing)
{
    /// <summary>What a batch is found again by; null where the request has no Idempotency-Key.</summary>
    public byte[]? HashOf(string issuerId, string? key) => key is null ? null : keyRing.Hashes.IdempotencyKey(issuerId, $"batch {key}");

    /// <summary>The batch of an Idempotency-Key; null where there is none.</summary>
    public Task<BatchRow?> FindAsync(string issuerId, byte[] keyHash, CancellationToken cancellationToken) =>
        db.Batches.AsNoTracking().SingleOrDefaultAsync(row => row.IssuerId == issuerId && row.KeyHash == keyHash, cancellationToken);

    /// <summary>The batch, if what is asked for is what was asked for then.</summary>
    /// <param name="before">The batch of the same key.</param>
    /// <param name="said">Everything that makes another request another one.</param>
    public Decision<BatchRow> Same(BatchRow before, byte[] said)
    {
        using var key = vault.Open(before.Id, before.KeyId, before.WrappedKey)!;
        return CryptographicOperations.FixedTimeEquals(key.Hash(said), before.BodyHash) ? before : IdempotencyToken.Reused;
    }
}
