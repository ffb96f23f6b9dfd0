using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Issuing.Keys;

/// <summary>
/// Every change in the life of an issuer's keys: one transaction each, with its audit row. The row of the issuer is written
/// first, so that two nodes that change the same issuer's keys take turns.
/// </summary>
internal sealed class IssuerKeyLife(CredentialsDb db, SigningKeys signingKeys, TimeProvider time)
{
    /// <summary>Registers a key that is in its source already, to be activated later.</summary>
    /// <param name="client">Who does it.</param>
    /// <param name="kind">Where the key is.</param>
    /// <param name="reference">How its source names it.</param>
    /// <param name="cancellationToken">Until the row is written.</param>
    /// <exception cref="Settings.SettingsException">The key cannot be used; the message says why.</exception>
    public async Task<Decision<IssuerKeyRow>> AddAsync(Client client, KeySource kind, string reference, CancellationToken cancellationToken)
    {
        var slug = await db.Issuers.Where(row => row.Id == client.IssuerId).Select(row => row.Slug).SingleAsync(cancellationToken);
        if (signingKeys.Find(kind) is not { } source)
        {
            return new Refusal(RefusalCode.InvalidValue, "/source", "This service has no such source of keys: see Promote__KeysDirectory and Promote__Pkcs11__Module.");
        }

        if (!source.BelongsTo(reference, slug))
        {
            return new Refusal(RefusalCode.InvalidValue, "/reference", $"Name a key of this issuer: the name starts with {slug} and a point.");
        }

        var row = RowOf(client.IssuerId, kind, reference, signingKeys.Open(kind, reference).PublicKey, IssuerKeyState.Pending);
        if (await db.IssuerKeys.AnyAsync(known => known.IssuerId == row.IssuerId && known.PublicKey == row.PublicKey, cancellationToken))
        {
            return new Refusal(RefusalCode.WrongState, "/reference", "This key is among the issuer's keys already.");
        }

        await using var transaction = await BeginAsync(client.IssuerId, cancellationToken);
        db.IssuerKeys.Add(row);
        db.Audit.Add(client.Did("issuerKey.added", row.Id, row.CreatedAt, new { row.Algorithm, row.Source, row.PublicKey }));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return row;
    }

    /// <summary>Takes over the keys that the sources hold for an issuer, one of each kind that it never had: how an installation begins.</summary>
    /// <exception cref="Settings.SettingsException">A key in the sources cannot be used.</exception>
    public async Task AdoptAsync(string issuerId, string slug, CancellationToken cancellationToken)
    {
        if ((await NewToAsync(issuerId, slug, cancellationToken)).Count == 0)
        {
            return;
        }

        // Once more behind the lock: another node may have been first.
        await using var transaction = await BeginAsync(issuerId, cancellationToken);
        foreach (var row in await NewToAsync(issuerId, slug, cancellationToken))
        {
            row.ActivatedAt = row.CreatedAt;
            db.IssuerKeys.Add(row);
            db.Audit.Add(new Client("key sources", issuerId, Scope.All).Did("issuerKey.adopted", row.Id, row.CreatedAt, new { row.Algorithm, row.Source, row.PublicKey }));
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    /// <summary>Makes a pending key the one that signs; the one before it verifies from now on.</summary>
    public Task<Decision<IssuerKeyRow>> ActivateAsync(Client client, string id, CancellationToken cancellationToken) =>
        ChangeAsync(client, id, "issuerKey.activated", (row, now) => row.State switch
        {
            IssuerKeyState.Pending => () =>
            {
                row.State = IssuerKeyState.Active;
                row.ActivatedAt = now;
            },
            _ => null,
        }, "Only a pending key can be activated.", replacesActive: true, cancellationToken);

    /// <summary>Ends a key that signs no more: it is published no longer.</summary>
    public Task<Decision<IssuerKeyRow>> RetireAsync(Client client, string id, CancellationToken cancellationToken) =>
        ChangeAsync(client, id, "issuerKey.retired", (row, now) => row.State switch
        {
            IssuerKeyState.Pending or IssuerKeyState.VerifyOnly => () => End(row, IssuerKeyState.Retired, now),
            _ => null,
        }, "Only a key that does not sign can be retired: activate its successor first.", replacesActive: false, cancellationToken);

    /// <summary>Says that from this instant on others may have signed with the key. It signs no more, at once.</summary>
    public Task<Decision<IssuerKeyRow>> CompromiseAsync(Client client, string id, DateTimeOffset at, CancellationToken cancellationToken) =>
        ChangeAsync(client, id, "issuerKey.compromised", (row, _) => row.State switch
        {
            // A later report may know of an earlier theft, never of a later one: what was doubtful stays so.
            IssuerKeyState.Compromised when row.EndedAt <= at => null,
            _ when at > time.GetUtcNow() => null,
            _ => () => End(row, IssuerKeyState.Compromised, at),
        }, "Give an instant that is not in the future and not after one that was given before.", replacesActive: false, cancellationToken);

    // An issuer that ever had a key of a kind decides itself which one follows.
    private async Task<List<IssuerKeyRow>> NewToAsync(string issuerId, string slug, CancellationToken cancellationToken)
    {
        var had = await db.IssuerKeys.Where(row => row.IssuerId == issuerId).Select(row => row.Algorithm).ToListAsync(cancellationToken);
        return [.. signingKeys.Of(slug)
            .Where(one => !had.Contains(one.Key.PublicKey.Algorithm))
            .DistinctBy(one => one.Key.PublicKey.Algorithm)
            .Select(one => RowOf(issuerId, one.Kind, one.Reference, one.Key.PublicKey, IssuerKeyState.Active))];
    }

    private static void End(IssuerKeyRow row, IssuerKeyState state, DateTimeOffset at)
    {
        row.State = state;
        row.EndedAt = at;
    }

    private async Task<Decision<IssuerKeyRow>> ChangeAsync(
        Client client, string id, string action, Func<IssuerKeyRow, DateTimeOffset, Action?> change, string otherwise, bool replacesActive, CancellationToken cancellationToken)
    {
        await using var transaction = await BeginAsync(client.IssuerId, cancellationToken);
        var row = RandomId.IsOne(id)
            ? await db.IssuerKeys.SingleOrDefaultAsync(row => row.Id == id && row.IssuerId == client.IssuerId, cancellationToken)
            : null;
        if (row is null)
        {
            return new Refusal(RefusalCode.NotFound, "", "There is no such key, or it is not this client's.");
        }

        var now = time.GetStoredNow();
        if (change(row, now) is not { } apply)
        {
            return new Refusal(RefusalCode.WrongState, "", otherwise);
        }

        if (replacesActive)
        {
            // Before the new one, so that the unique key never sees two.
            await db.IssuerKeys.Where(active => active.IssuerId == row.IssuerId && active.Algorithm == row.Algorithm && active.State == IssuerKeyState.Active)
                .ExecuteUpdateAsync(set => set.SetProperty(active => active.State, IssuerKeyState.VerifyOnly).SetProperty(active => active.ReplacedAt, now), cancellationToken);
        }

        apply();
        db.Audit.Add(client.Did(action, row.Id, now, new { row.Algorithm, row.PublicKey, row.EndedAt }));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return row;
    }

    private async Task<IDbContextTransaction> BeginAsync(string issuerId, CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Issuers.Where(row => row.Id == issuerId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.KeysRevision, row => row.KeysRevision + 1), cancellationToken);
        return transaction;
    }

    private IssuerKeyRow RowOf(string issuerId, KeySource kind, string reference, PublicKey key, IssuerKeyState state) => new()
    {
        Id = RandomId.New(),
        IssuerId = issuerId,
        Algorithm = key.Algorithm,
        Source = kind,
        Reference = reference,
        PublicKey = key.Multikey,
        State = state,
        CreatedAt = time.GetStoredNow(),
    };
}
