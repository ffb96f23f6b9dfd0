using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Pathways;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Pathways;

/// <summary>
/// How far somebody is on a pathway, by what they got from all issuers of the network that it leads through. A person is one learner of each issuer, known
/// by an identifier or an address: both are looked for.
/// </summary>
internal sealed class LearnersProgress(CredentialsDb db, KeyRing keyRing, PathwayNetwork network, TimeProvider time)
{
    /// <param name="issuerId">Whose pathway it is.</param>
    /// <param name="content">The pathway.</param>
    /// <param name="learner">Who; identifier, address, or both.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The progress, and the achievements of the pathway by id.</returns>
    public async Task<(StepProgress Root, IReadOnlyDictionary<string, PathwayAchievement> Achievements)> OfAsync(string issuerId, PathwayContent content, Learner learner, CancellationToken cancellationToken)
    {
        var achievements = await network.AchievementsAsync(issuerId, content, cancellationToken);
        var named = achievements.Keys.ToList();
        var issuers = await db.Achievements.Where(row => named.Contains(row.Id)).Select(row => row.IssuerId).Distinct().ToListAsync(cancellationToken);
        var lookups = issuers.SelectMany(issuer => LookupsOf(issuer, learner)).ToList();
        var now = time.GetUtcNow();
        var held = await (
            from award in db.Awards.AsNoTracking()
            join row in db.Learners on award.LearnerId equals row.Id
            where row.Lookup != null && lookups.Contains(row.Lookup) && named.Contains(award.AchievementId) && award.State == IssuingState.Issued
            orderby award.CreatedAt
            select new { award.Id, award.AchievementId, award.RevokedAt, award.SuspendedAt, award.ValidUntil }).ToListAsync(cancellationToken);
        var counted = held.Select(award => new HeldAward(award.Id, award.AchievementId, award is { RevokedAt: null, SuspendedAt: null } && !(award.ValidUntil <= now)));
        return (Progress.Of(content, counted, achievements), achievements);
    }

    /// <summary>The hashes by which an issuer may know somebody.</summary>
    public IEnumerable<byte[]> LookupsOf(string issuerId, Learner learner)
    {
        if (learner.Identifier is not null)
        {
            yield return keyRing.Hashes.Learner(issuerId, learner);
        }

        if (learner.Email is not null)
        {
            yield return keyRing.Hashes.Learner(issuerId, learner with { Identifier = null });
        }
    }
}
