using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Promote.Credentials.Formats.StatusLists;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Issuing;

/// <summary>
/// Picks a random free bit of an issuer's newest status list of a use and purpose, so that neighbours in a list tell nothing about who was awarded
/// when. Each node has slices of its own to pick from; the unique key of the table decides all the same, and who loses picks again.
/// </summary>
internal sealed class StatusIndexes(TimeProvider time) : IDisposable
{
    public const string Revocation = Terms.Revocation;

    public const int ListSize = BitstringStatusList.MinimumLength;

    private readonly ConcurrentDictionary<ListsOf, StatusListInUse> inUse = new();
    private readonly SemaphoreSlim opening = new(1);

    /// <summary>A bit that ends a document of an award.</summary>
    public Task<StatusPlace> PickAsync(CredentialsDb db, string issuerId, CancellationToken cancellationToken) =>
        PickAsync(db, new ListsOf(issuerId, StatusListUse.Awards, Revocation), cancellationToken);

    /// <summary>A bit of a document that a platform wrote.</summary>
    public Task<StatusPlace> PickForPlatformAsync(CredentialsDb db, string issuerId, string purpose, CancellationToken cancellationToken) =>
        PickAsync(db, new ListsOf(issuerId, StatusListUse.Platform, purpose), cancellationToken);

    /// <summary>Forgets what this node knows, after another one took the same bit: the list is read again.</summary>
    public void Forget(string issuerId)
    {
        foreach (var lists in inUse.Keys.Where(lists => lists.IssuerId == issuerId))
        {
            inUse.TryRemove(lists, out _);
        }
    }

    public void Dispose() => opening.Dispose();

    private async Task<StatusPlace> PickAsync(CredentialsDb db, ListsOf lists, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (inUse.TryGetValue(lists, out var list) && list.Pick() is { } place)
            {
                return place;
            }

            if (await OpenAsync(db, lists, cancellationToken) is { } opened)
            {
                return opened;
            }
        }
    }

    private async Task<StatusPlace?> OpenAsync(CredentialsDb db, ListsOf lists, CancellationToken cancellationToken)
    {
        await opening.WaitAsync(cancellationToken);
        try
        {
            if (inUse.TryGetValue(lists, out var list) && list.Pick() is { } place)
            {
                return place;
            }

            // Whoever else takes a bit of it relies on what is committed, and not on what this transaction may still take back. SQLite has one writer.
            await using var own = db.Database.CurrentTransaction is null || db.Database.IsSqlite() ? null : new CredentialsDb((DbContextOptions<CredentialsDb>)db.GetService<IDbContextOptions>());
            return await OpenAsync(own ?? db, lists, list, cancellationToken);
        }
        finally
        {
            opening.Release();
        }
    }

    private async Task<StatusPlace?> OpenAsync(CredentialsDb db, ListsOf lists, StatusListInUse? list, CancellationToken cancellationToken)
    {
        var newest = await db.StatusLists.AsNoTracking()
            .Where(row => row.IssuerId == lists.IssuerId && row.Use == lists.Use && row.Purpose == lists.Purpose)
            .OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellationToken);
        if (newest is { Seed: not null } && newest.Id != list?.Id)
        {
            list = new StatusListInUse(newest);
        }

        if (newest is not { Seed: not null } || !await TakeSliceAsync(db, list!, cancellationToken))
        {
            list = await AddAsync(db, lists, (newest?.Number ?? 0) + 1, cancellationToken);
        }

        if (list is not null)
        {
            inUse[lists] = list;
        }

        return list?.Pick();
    }

    // Whoever is second with a slice looks again. False when the list is half full.
    private static async Task<bool> TakeSliceAsync(CredentialsDb db, StatusListInUse list, CancellationToken cancellationToken)
    {
        while (true)
        {
            var taken = await db.StatusSlices.Where(row => row.ListId == list.Id).Select(row => row.Number).ToHashSetAsync(cancellationToken);
            if (list.FreeSlice(taken) is not { } slice)
            {
                return false;
            }

            if (await db.Database.ExecuteSqlAsync($"INSERT INTO status_slices (list_id, number) VALUES ({list.Id}, {slice}) ON CONFLICT DO NOTHING", cancellationToken) == 1)
            {
                list.Add(slice);
                return true;
            }
        }
    }

    // Null when another node opened the list in the same moment: it is there to be read now.
    private async Task<StatusListInUse?> AddAsync(CredentialsDb db, ListsOf lists, int number, CancellationToken cancellationToken)
    {
        var row = new StatusListRow
        {
            Id = RandomId.New(), IssuerId = lists.IssuerId, Use = lists.Use, Purpose = lists.Purpose, Number = number, Size = ListSize, CreatedAt = time.GetStoredNow(),
            Seed = RandomNumberGenerator.GetBytes(Scattering.SeedLength),
        };
        var added = db.StatusLists.Add(row);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            var list = new StatusListInUse(row);
            return await TakeSliceAsync(db, list, cancellationToken) ? list : null;
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception, out _))
        {
            return null;
        }
        finally
        {
            added.State = EntityState.Detached;
        }
    }
}
