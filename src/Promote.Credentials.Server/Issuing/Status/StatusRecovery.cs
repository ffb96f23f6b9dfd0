using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Formats.StatusLists;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Issuing.Status;

/// <summary>
/// Brings a restored database past what was published from it: who was revoked is revoked again, the bits of documents that it
/// does not know stay set, and from now on bits are taken from a new list, because nobody knows which of the old ones are taken.
/// </summary>
internal sealed class StatusRecovery(CredentialsDb db, RollbackGuard guard, PublishedVersions versions, TimeProvider time)
{
    /// <summary>Why an award is revoked whose bit was published and whose revocation is lost.</summary>
    public const string Reason = "Restored from the published list";

    /// <param name="actor">Who does it, for an issuer.</param>
    /// <param name="cancellationToken">Until the first issuer is changed.</param>
    /// <returns>What was done for each issuer; empty where the database is as new as what was published.</returns>
    public async Task<IReadOnlyList<RecoveredIssuer>> RunAsync(Func<string, Client> actor, CancellationToken cancellationToken)
    {
        await guard.CheckAsync(db, cancellationToken);
        var recovered = new List<RecoveredIssuer>();
        foreach (var ofIssuer in versions.Current().Where(one => one.Value.RolledBack).GroupBy(one => one.Value.IssuerId).ToList())
        {
            var slug = await db.Issuers.Where(row => row.Id == ofIssuer.Key).Select(row => row.Slug).SingleOrDefaultAsync(cancellationToken);
            recovered.Add(slug is null
                ? new(ofIssuer.Key, IsKnown: false, 0, 0, 0, 0)
                : await RecoverAsync(actor(ofIssuer.Key), slug, [.. ofIssuer], cancellationToken));
        }

        return recovered;
    }

    private async Task<RecoveredIssuer> RecoverAsync(Client actor, string slug, IReadOnlyList<KeyValuePair<string, PublishedVersion>> lists, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await LongWork.AllowAsync(db, cancellationToken);
        var known = await db.StatusLists.Where(row => row.IssuerId == actor.IssuerId).ToListAsync(cancellationToken);
        var (revoked, suspended) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var carried = 0;
        foreach (var (listId, published) in lists)
        {
            var bits = BitsOf(listId, published);
            var row = known.Find(row => row.Id == listId) ?? Add(known, new(actor.IssuerId, published.Use, published.Purpose), listId, published.Number, bits.Length, now);
            var taken = await TakenAsync(row, cancellationToken);
            var unknown = bits.Indexes.Where(index => !taken.ContainsKey(index)).ToList();
            if (row.Use == StatusListUse.Platform)
            {
                await ApplyToPlatformAsync(row, bits.Indexes.Except(unknown).Select(index => taken[index]), now, cancellationToken);
            }
            else
            {
                foreach (var index in bits.Indexes.Except(unknown))
                {
                    (published.Suspended.Contains(index) ? suspended : revoked).Add(taken[index]);
                }
            }

            row.Carried = With(row, unknown).Encode();
            row.Version = Math.Max(row.Version, published.Version) + 1;
            row.ChangedAt = now;
            carried += unknown.Count;
        }

        // From here on nobody takes a bit of an old list.
        foreach (var (use, purpose) in known.Select(row => (row.Use, row.Purpose)).Append((StatusListUse.Awards, StatusIndexes.Revocation)).Distinct().ToList())
        {
            Add(known, new(actor.IssuerId, use, purpose), RandomId.New(), known.Max(row => row.Number) + 1, StatusIndexes.ListSize, now);
        }

        var (revokedAgain, suspendedAgain) = await ApplyAsync(actor, revoked, suspended, now, cancellationToken);
        db.Audit.Add(actor.Did("status.recovered", actor.IssuerId, now, new { lists = lists.Count, revoked = revokedAgain, suspended = suspendedAgain, carried }));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        await ReleaseAsync(lists);
        return new(slug, IsKnown: true, lists.Count, revokedAgain, suspendedAgain, carried);
    }

    // Which bits are taken, and by what: the award of each, or the document that a platform wrote.
    private Task<Dictionary<int, string>> TakenAsync(StatusListRow list, CancellationToken cancellationToken) => list switch
    {
        { Use: StatusListUse.Awards } => db.Credentials.Where(row => row.StatusListId == list.Id)
            .ToDictionaryAsync(row => row.StatusIndex, row => row.AwardId, cancellationToken),
        { Purpose: StatusIndexes.Revocation } => db.PlatformCredentials.Where(row => row.RevocationListId == list.Id)
            .ToDictionaryAsync(row => row.RevocationIndex!.Value, row => row.Id, cancellationToken),
        _ => db.PlatformCredentials.Where(row => row.SuspensionListId == list.Id)
            .ToDictionaryAsync(row => row.SuspensionIndex!.Value, row => row.Id, cancellationToken),
    };

    private Task<int> ApplyToPlatformAsync(StatusListRow list, IEnumerable<string> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = db.PlatformCredentials.Where(row => ids.Contains(row.Id));
        return list.Purpose == StatusIndexes.Revocation
            ? rows.Where(row => row.RevokedAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAt, now), cancellationToken)
            : rows.Where(row => row.SuspendedAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.SuspendedAt, now), cancellationToken);
    }

    // What is suspended in the database may have been revoked since, and the other way round nothing is undone.
    private async Task<(int Revoked, int Suspended)> ApplyAsync(
        Client actor, HashSet<string> revoked, HashSet<string> suspended, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var revokedAgain = await db.Awards.Where(row => revoked.Contains(row.Id) && row.RevokedAt == null).ToListAsync(cancellationToken);
        foreach (var row in revokedAgain)
        {
            (row.RevokedAt, row.RevocationReason) = (now, Reason);
            (row.SuspendedAt, row.SuspensionReason) = (null, null);
            Record(actor, "award.revoked", row, now);
        }

        var suspendedAgain = await db.Awards.Where(row => suspended.Contains(row.Id) && row.RevokedAt == null && row.SuspendedAt == null).ToListAsync(cancellationToken);
        foreach (var row in suspendedAgain.Except(revokedAgain))
        {
            (row.SuspendedAt, row.SuspensionReason) = (now, Reason);
            Record(actor, "award.suspended", row, now);
        }

        await db.SaveChangesAsync(cancellationToken);

        // Their other documents may stand in lists that were not rolled back.
        await StatusVersions.RaiseAsync(db, [.. revokedAgain.Union(suspendedAgain).Select(row => row.Id)], now);
        return (revokedAgain.Count, suspendedAgain.Count);
    }

    private void Record(Client actor, string action, AwardRow row, DateTimeOffset now)
    {
        db.Audit.Add(actor.Did(action, row.Id, now, new { reason = Reason }));
        db.Outbox.Add(new OutboxRow { Kind = action, Subject = row.Id, CreatedAt = now });
    }

    private StatusListRow Add(List<StatusListRow> known, ListsOf lists, string id, int number, int size, DateTimeOffset now)
    {
        var row = new StatusListRow
        {
            Id = id, IssuerId = lists.IssuerId, Use = lists.Use, Purpose = lists.Purpose, Size = size, Seed = RandomNumberGenerator.GetBytes(Scattering.SeedLength), CreatedAt = now,
            Number = known.Exists(other => ListsOf.Of(other) == lists && other.Number == number) ? known.Max(other => other.Number) + 1 : number,
        };
        known.Add(row);
        db.StatusLists.Add(row);
        return row;
    }

    private async Task ReleaseAsync(IReadOnlyList<KeyValuePair<string, PublishedVersion>> lists)
    {
        db.ChangeTracker.Clear();
        await versions.ChangeAsync(
            async all =>
            {
                foreach (var (listId, _) in lists)
                {
                    all[listId] = PublishedVersion.Of((await StatusSnapshot.ReadAsync(db, listId, CancellationToken.None))!);
                }

                return true;
            }, CancellationToken.None);
    }

    private static BitstringStatusList BitsOf(string listId, PublishedVersion published) =>
        BitstringStatusList.TryDecode(published.EncodedList, out var bits, out var fault) && Convert.ToHexStringLower(bits.Sha256()) == published.Sha256
            ? bits
            : throw new Settings.SettingsException($"Promote__StatusVersionFile was changed: the bits of the list {listId} are not those that were published ({fault}). Put the file back as it was.");

    private static BitstringStatusList With(StatusListRow row, IEnumerable<int> more)
    {
        if (row.Carried is not { } carried || !BitstringStatusList.TryDecode(carried, out var bits, out _))
        {
            bits = new BitstringStatusList(row.Size);
        }

        foreach (var index in more)
        {
            bits[index] = true;
        }

        return bits;
    }
}
