using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Formats.StatusLists;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Issuing;

/// <summary>
/// Picks a random free bit of an issuer's newest status list of a use and purpose, so that neighbours in a list tell nothing about who was awarded
/// when. What this node knows is a hint: the unique key of the table decides, and who loses picks again.
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

            await OpenAsync(db, lists, cancellationToken);
        }
    }

    private async Task OpenAsync(CredentialsDb db, ListsOf lists, CancellationToken cancellationToken)
    {
        await opening.WaitAsync(cancellationToken);
        try
        {
            if (inUse.TryGetValue(lists, out var list) && !list.IsHalfFull)
            {
                return;
            }

            var newest = await db.StatusLists.AsNoTracking()
                .Where(row => row.IssuerId == lists.IssuerId && row.Use == lists.Use && row.Purpose == lists.Purpose)
                .OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellationToken);
            if (newest is not null && newest.Id != list?.Id)
            {
                list = await ReadAsync(db, newest, cancellationToken);
            }

            if (list is null or { IsHalfFull: true })
            {
                list = await AddAsync(db, lists, (newest?.Number ?? 0) + 1, cancellationToken);
            }

            if (list is not null)
            {
                inUse[lists] = list;
            }
        }
        finally
        {
            opening.Release();
        }
    }

    private static async Task<StatusListInUse> ReadAsync(CredentialsDb db, StatusListRow row, CancellationToken cancellationToken)
    {
        var taken = await TakenOf(db, row).ToListAsync(cancellationToken);
        return new StatusListInUse(row.Id, row.Size, taken);
    }

    private static IQueryable<int> TakenOf(CredentialsDb db, StatusListRow row) => row switch
    {
        { Use: StatusListUse.Awards } => db.Credentials.Where(credential => credential.StatusListId == row.Id).Select(credential => credential.StatusIndex),
        { Purpose: Revocation } => db.PlatformCredentials.Where(credential => credential.RevocationListId == row.Id).Select(credential => credential.RevocationIndex!.Value),
        _ => db.PlatformCredentials.Where(credential => credential.SuspensionListId == row.Id).Select(credential => credential.SuspensionIndex!.Value),
    };

    // Null when another node opened the list in the same moment: it is there to be read now.
    private async Task<StatusListInUse?> AddAsync(CredentialsDb db, ListsOf lists, int number, CancellationToken cancellationToken)
    {
        var row = new StatusListRow
        {
            Id = RandomId.New(), IssuerId = lists.IssuerId, Use = lists.Use, Purpose = lists.Purpose, Number = number, Size = ListSize, CreatedAt = time.GetStoredNow(),
        };
        var added = db.StatusLists.Add(row);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return new StatusListInUse(row.Id, row.Size, []);
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
