using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Formats.StatusLists;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Issuing.Status;

/// <summary>A status list as the database has it at one instant: its bits are those of its version, because one statement reads both.</summary>
internal sealed record StatusSnapshot
{
    public required string ListId { get; init; }

    public required string IssuerId { get; init; }

    public required string Slug { get; init; }

    public required int KeysRevision { get; init; }

    public required StatusListUse Use { get; init; }

    public required string Purpose { get; init; }

    public required int Number { get; init; }

    public required int Version { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public required BitstringStatusList Bits { get; init; }

    /// <summary>Those of the set bits that may be cleared again.</summary>
    public required IReadOnlyList<int> Suspended { get; init; }

    public static async Task<StatusSnapshot?> ReadAsync(CredentialsDb db, string listId, CancellationToken cancellationToken)
    {
        var found = await (
            from list in db.StatusLists.AsNoTracking()
            join issuer in db.Issuers on list.IssuerId equals issuer.Id
            where list.Id == listId
            select new
            {
                list,
                issuer.Slug,
                issuer.KeysRevision,
                Set = (
                    from award in db.Awards
                    where award.IssuerId == list.IssuerId && (award.RevokedAt != null || award.SuspendedAt != null)
                    join credential in db.Credentials on award.Id equals credential.AwardId
                    where credential.StatusListId == list.Id
                    select new { credential.StatusIndex, IsFinal = award.RevokedAt != null }).ToList(),
                Revoked = db.PlatformCredentials.Where(credential => credential.RevocationListId == list.Id && credential.RevokedAt != null)
                    .Select(credential => credential.RevocationIndex!.Value).ToList(),
                Suspended = db.PlatformCredentials.Where(credential => credential.SuspensionListId == list.Id && credential.SuspendedAt != null)
                    .Select(credential => credential.SuspensionIndex!.Value).ToList(),
            }).AsSingleQuery().SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        List<(int Index, bool IsFinal)> set =
        [
            .. found.Set.Select(one => (one.StatusIndex, one.IsFinal)),
            .. found.Revoked.Select(index => (index, true)),
            .. found.Suspended.Select(index => (index, false)),
        ];
        return new StatusSnapshot
        {
            ListId = listId,
            IssuerId = found.list.IssuerId,
            Slug = found.Slug,
            KeysRevision = found.KeysRevision,
            Use = found.list.Use,
            Purpose = found.list.Purpose,
            Number = found.list.Number,
            Version = found.list.Version,
            ChangedAt = found.list.ChangedAt ?? found.list.CreatedAt,
            Bits = BitsOf(found.list, set.Select(one => one.Index)),
            Suspended = [.. set.Where(one => !one.IsFinal).Select(one => one.Index).Order()],
        };
    }

    private static BitstringStatusList BitsOf(StatusListRow list, IEnumerable<int> set)
    {
        var bits = new BitstringStatusList(list.Size);
        foreach (var index in set.Concat(CarriedBy(list)))
        {
            bits[index] = true;
        }

        return bits;
    }

    private static IEnumerable<int> CarriedBy(StatusListRow list) => list.Carried is not { } carried ? []
        : BitstringStatusList.TryDecode(carried, out var bits, out var fault) ? bits.Indexes
        : throw new InvalidOperationException($"What the status list {list.Id} carries cannot be read: {fault}.");
}
