using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Pathways;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Network;

/// <summary>What somebody got from the issuers of a network. A person is one learner of each issuer, known by an identifier or an address: both are looked for.</summary>
internal sealed class HeldAwards(CredentialsDb db, KeyRing keyRing, TimeProvider time)
{
    /// <summary>The awards of some achievements, the oldest first, whether they count or not.</summary>
    public async Task<List<HeldAward>> OfAsync(Learner learner, IReadOnlyCollection<string> achievements, CancellationToken cancellationToken)
    {
        var issuers = await db.Achievements.Where(row => achievements.Contains(row.Id)).Select(row => row.IssuerId).Distinct().ToListAsync(cancellationToken);
        var lookups = issuers.SelectMany(issuer => keyRing.Hashes.LearnerLookups(issuer, learner)).ToList();
        var now = time.GetUtcNow();
        var held = await (
            from award in db.Awards.AsNoTracking()
            join row in db.Learners on award.LearnerId equals row.Id
            where row.Lookup != null && lookups.Contains(row.Lookup) && achievements.Contains(award.AchievementId) && award.State == IssuingState.Issued
            orderby award.CreatedAt
            select new { award.Id, award.AchievementId, award.RevokedAt, award.SuspendedAt, award.ValidUntil }).ToListAsync(cancellationToken);
        return held.ConvertAll(award => new HeldAward(award.Id, award.AchievementId, award is { RevokedAt: null, SuspendedAt: null } && !(award.ValidUntil <= now)));
    }
}
