using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Formats.StatusLists;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Issuing;

/// <summary>
/// Picks a random free bit of an issuer's newest status list, so that neighbours in a list tell nothing about who was awarded
/// when. What this node knows is a hint: the unique key of the table decides, and who loses picks again.
/// </summary>
internal sealed class StatusIndexes(TimeProvider time) : IDisposable
{
    public const string Revocation = Terms.Revocation;

    public const int ListSize = BitstringStatusList.MinimumLength;

    private readonly ConcurrentDictionary<string, StatusListInUse> inUse = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim opening = new(1);

    public async Task<StatusPlace> PickAsync(CredentialsDb db, string issuerId, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (inUse.TryGetValue(issuerId, out var list) && list.Pick() is { } entry)
            {
                return entry;
            }

            await OpenAsync(db, issuerId, cancellationToken);
        }
    }

    /// <summary>Forgets what this node knows, after another one took the same bit: the list is read again.</summary>
    public void Forget(string issuerId) => inUse.TryRemove(issuerId, out _);

    public void Dispose() => opening.Dispose();

    private async Task OpenAsync(CredentialsDb db, string issuerId, CancellationToken cancellationToken)
    {
        await opening.WaitAsync(cancellationToken);
        try
        {
            if (inUse.TryGetValue(issuerId, out var list) && !list.IsHalfFull)
            {
                return;
            }

            var newest = await db.StatusLists.AsNoTracking()
                .Where(row => row.IssuerId == issuerId && row.Purpose == Revocation)
                .OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellationToken);
            if (newest is not null && newest.Id != list?.Id)
            {
                list = await ReadAsync(db, newest, cancellationToken);
            }

            if (list is null or { IsHalfFull: true })
            {
                list = await AddAsync(db, issuerId, (newest?.Number ?? 0) + 1, cancellationToken);
            }

            if (list is not null)
            {
                inUse[issuerId] = list;
            }
        }
        finally
        {
            opening.Release();
        }
    }

    private static async Task<StatusListInUse> ReadAsync(CredentialsDb db, StatusListRow row, CancellationToken cancellationToken)
    {
        var taken = await db.Credentials.AsNoTracking().Where(credential => credential.StatusListId == row.Id)
            .Select(credential => credential.StatusIndex).ToListAsync(cancellationToken);
        return new StatusListInUse(row.Id, row.Size, taken);
    }

    // Null when another node opened the list in the same moment: it is there to be read now.
    private async Task<StatusListInUse?> AddAsync(CredentialsDb db, string issuerId, int number, CancellationToken cancellationToken)
    {
        var row = new StatusListRow
        {
            Id = RandomId.New(), IssuerId = issuerId, Purpose = Revocation, Number = number, Size = ListSize, CreatedAt = time.GetStoredNow(),
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
