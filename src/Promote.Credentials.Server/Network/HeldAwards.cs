using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Pathways;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Network;

/// <summary>
/// What somebody got from the issuers of a network. Each of them knows the person by a name: the others are asked by all the names that the
/// one who asks has for them.
/// </summary>
internal sealed class HeldAwards(CredentialsDb db, KnownLearners learners, TimeProvider time)
{
    /// <summary>The awards of some achievements, the oldest first, whether they count or not.</summary>
    /// <param name="issuerId">Who asks.</param>
    /// <param name="learner">Who it is about, by one name or more.</param>
    /// <param name="achievements">Ids of the achievements.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<List<HeldAward>> OfAsync(string issuerId, Learner learner, IReadOnlyCollection<string> achievements, CancellationToken cancellationToken)
    {
        var issuers = await db.Achievements.Where(row => achievements.Contains(row.Id)).Select(row => row.IssuerId).Distinct().ToListAsync(cancellationToken);
        var names = await learners.NamesOfAsync(issuerId, learner, cancellationToken);
        var known = await learners.FindAsync([.. issuers.SelectMany(issuer => names.Select(name => (issuer, name)))], cancellationToken);
        var ids = (await learners.OneWithAsync(known.SelectMany(one => one.Ids), cancellationToken)).ConvertAll(row => row.Id);
        var now = time.GetUtcNow();
        var held = await (
            from award in db.Awards.AsNoTracking()
            where ids.Contains(award.LearnerId) && achievements.Contains(award.AchievementId) && award.State == IssuingState.Issued
            orderby award.CreatedAt
            select new { award.Id, award.AchievementId, award.RevokedAt, award.SuspendedAt, award.ValidUntil }).ToListAsync(cancellationToken);
        return held.ConvertAll(award => new HeldAward(award.Id, award.AchievementId, award is { RevokedAt: null, SuspendedAt: null } && !(award.ValidUntil <= now)));
    }
}
