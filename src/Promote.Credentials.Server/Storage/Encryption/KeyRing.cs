using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Encryption;

/// <summary>
/// Holds what follows from the root key of this database. The root key is made once, by whichever node starts first, and kept
/// wrapped by a master key: the master key can change without losing one learner or one Idempotency-Key.
/// </summary>
internal sealed class KeyRing(IServiceScopeFactory scopes, MasterKeys master, TimeProvider time) : IHostedService
{
    private const string RootName = "root";
    private KeyedHashes? hashes;

    public KeyedHashes Hashes => hashes ?? throw new InvalidOperationException("The key ring is opened at start, after the migrations.");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CredentialsDb>();
        if (!await db.WrappedKeys.AnyAsync(row => row.Name == RootName, cancellationToken))
        {
            await CreateAsync(db, cancellationToken);
        }

        var row = await db.WrappedKeys.AsNoTracking().SingleAsync(row => row.Name == RootName, cancellationToken);
        hashes = new KeyedHashes(master.Unwrap(row.KeyId, row.Wrapped, "wrapped_keys:root"u8));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Two nodes may get here together: the second insert does nothing and both read the first one's row.
    private async Task CreateAsync(CredentialsDb db, CancellationToken cancellationToken)
    {
        var wrapped = master.Wrap(RandomNumberGenerator.GetBytes(SealedBytes.KeyBytes), "wrapped_keys:root"u8);
        object now = db.Database.IsSqlite() ? time.GetUtcNow().ToUnixTimeMilliseconds() : time.GetUtcNow();
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO wrapped_keys (name, key_id, wrapped, created_at) VALUES ({RootName}, {master.CurrentId}, {wrapped}, {now}) ON CONFLICT DO NOTHING",
            cancellationToken);
    }
}
