using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Web.Access;

/// <summary>Finds the client of an API key.</summary>
internal sealed class ApiKeyLookup(CredentialsDb db, KnownClients known, PromoteSettings settings, TimeProvider time)
{
    private const string BootstrapKeyId = "bootstrap";

    public async Task<Client?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var hash = ApiKeyToken.HashOf(token);
        if (known.Find(hash) is { } client)
        {
            return client;
        }

        var state = known.State;
        var (found, expiresAt) = IsBootstrapKey(hash)
            ? (await BootstrapClientAsync(cancellationToken), null)
            : await StoredClientAsync(hash, cancellationToken);
        if (found is null)
        {
            known.Forget(hash);
        }
        else
        {
            known.Remember(hash, found, expiresAt, state);
        }

        return found;
    }

    private bool IsBootstrapKey(byte[] hash) =>
        settings.BootstrapApiKey is { } key && CryptographicOperations.FixedTimeEquals(hash, ApiKeyToken.HashOf(key));

    // The key from the configuration acts for the issuer that was there first, which is the demo issuer where there is one.
    private async Task<Client?> BootstrapClientAsync(CancellationToken cancellationToken) =>
        await db.Issuers.AsNoTracking().OrderBy(row => row.CreatedAt).Select(row => row.Id).FirstOrDefaultAsync(cancellationToken) is { } issuerId
            ? new Client(BootstrapKeyId, issuerId, Scope.All)
            : null;

    private async Task<(Client? Client, DateTimeOffset? ExpiresAt)> StoredClientAsync(byte[] hash, CancellationToken cancellationToken)
    {
        var row = await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(key => key.Hash == hash, cancellationToken);
        return row is not null && CryptographicOperations.FixedTimeEquals(row.Hash, hash) && IsInForce(row)
            ? (new Client(row.Id, row.IssuerId, row.Scopes.Split(' ').ToFrozenSet()), row.ExpiresAt)
            : (null, null);
    }

    private bool IsInForce(ApiKeyRow row) => row.RevokedAt is null && !(row.ExpiresAt <= time.GetUtcNow());
}
