using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Sharing;

/// <summary>
/// The share links of awards. One that is revoked, expired or of an erased learner finds nothing, by the same question as one that never was.
/// Nothing of them is in the audit trail: whom a holder shows an award to is not the issuer's business.
/// </summary>
internal sealed class ShareLinks(CredentialsDb db, TimeProvider time)
{
    /// <summary>How many live links an award can have.</summary>
    public const int Most = 50;

    /// <summary>The award that a live link shows; null for every other id.</summary>
    public async Task<SharedAward?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (!RandomId.IsOne(id))
        {
            return null;
        }

        return await (
            from link in Live().AsNoTracking()
            join award in db.Awards on link.AwardId equals award.Id
            join learner in db.Learners on award.LearnerId equals learner.Id
            where link.Id == id && learner.WrappedKey != null
            select new SharedAward(link, award)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The live links of an award, the newest first.</summary>
    public async Task<IReadOnlyList<ShareLinkRow>> OfAsync(string awardId, CancellationToken cancellationToken) =>
        await Live().AsNoTracking().Where(link => link.AwardId == awardId).OrderByDescending(link => link.CreatedAt).ThenBy(link => link.Id).ToListAsync(cancellationToken);

    /// <summary>Makes a link.</summary>
    /// <returns>Whether it was made; not when the award has as many as it can have.</returns>
    public async Task<bool> MakeAsync(string awardId, ShareChoice choice, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // Whoever changes the award's row first goes first: the count below is right until the end of the transaction.
        await db.Awards.Where(award => award.Id == awardId).ExecuteUpdateAsync(set => set.SetProperty(award => award.HolderId, award => award.HolderId), cancellationToken);
        if (await Live().CountAsync(link => link.AwardId == awardId, cancellationToken) >= Most)
        {
            return false;
        }

        // Dead links tell nobody anything any more. So an award never keeps more rows than it can have links.
        var now = time.GetStoredNow();
        await db.ShareLinks.Where(link => link.AwardId == awardId && (link.RevokedAt != null || link.ExpiresAt <= now)).ExecuteDeleteAsync(cancellationToken);
        db.ShareLinks.Add(new ShareLinkRow
        {
            Id = RandomId.New(), AwardId = awardId, ShowsName = choice.Name, ShowsResults = choice.Results, CreatedAt = now, ExpiresAt = choice.ExpiresAt,
        });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Ends a link of an award for ever. Whoever comes second changes nothing: the first instant stands.</summary>
    /// <returns>Whether the award has, or had, such a link.</returns>
    public async Task<bool> RevokeAsync(string awardId, string id, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        var link = db.ShareLinks.Where(link => link.Id == id && link.AwardId == awardId);
        return await link.Where(row => row.RevokedAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAt, now), cancellationToken) > 0
            || await link.AnyAsync(cancellationToken);
    }

    private IQueryable<ShareLinkRow> Live()
    {
        var now = time.GetStoredNow();
        return db.ShareLinks.Where(link => link.RevokedAt == null && (link.ExpiresAt == null || link.ExpiresAt > now));
    }
}
