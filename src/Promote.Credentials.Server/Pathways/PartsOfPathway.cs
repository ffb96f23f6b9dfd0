using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Pathways;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Pathways;

/// <summary>What somebody completed a pathway with: the achievements whose awards count, each in the version that was earned.</summary>
internal sealed class PartsOfPathway(CredentialsDb db, Catalogue catalogue, LearnersProgress progress)
{
    public async Task<IReadOnlyList<AwardPart>> OfAsync(string issuerId, PathwayContent content, Learner learner)
    {
        var (root, _) = await progress.OfAsync(issuerId, content, learner, CancellationToken.None);
        var awards = await db.Awards.AsNoTracking().Where(row => root.Awards.Contains(row.Id)).OrderBy(row => row.CreatedAt).Select(row => new { row.AchievementId, row.AchievementVersion }).ToListAsync();
        var parts = new List<AwardPart>();
        foreach (var award in awards.DistinctBy(award => award.AchievementId))
        {
            var version = await catalogue.VersionAsync(db, award.AchievementId, award.AchievementVersion, CancellationToken.None);
            parts.Add(new(award.AchievementId, award.AchievementVersion, version.Content.Name));
        }

        return parts;
    }
}
