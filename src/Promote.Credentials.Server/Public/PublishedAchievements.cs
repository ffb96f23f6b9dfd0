using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.OpenBadges3;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Public;

/// <summary>Finds versions of achievements that were published once. They resolve for ever, retired or not; drafts do not.</summary>
internal sealed class PublishedAchievements(CredentialsDb db, Catalogue catalogue, PublishedIssuers issuers, PublicUrls urls)
{
    /// <summary>One version, or the one in force when no number is given, in one language, or the issuer's when none is given.</summary>
    public async Task<AchievementEdition?> FindAsync(string id, int? number, string? language, CancellationToken cancellationToken)
    {
        if (!RandomId.IsOne(id))
        {
            return null;
        }

        var found = await (
            from achievement in db.Achievements.AsNoTracking()
            join version in db.AchievementVersions on achievement.Id equals version.AchievementId
            where achievement.Id == id && version.Number == (number ?? achievement.PublishedVersion) && version.PublishedAt != null
            select new { achievement.IssuerId, version.Number }).SingleOrDefaultAsync(cancellationToken);
        if (found is null || await issuers.FindByIdAsync(found.IssuerId, cancellationToken) is not { } issuer)
        {
            return null;
        }

        var content = await catalogue.VersionAsync(db, id, found.Number, cancellationToken);
        var primary = AchievementEdition.Primary(content, issuer.Profile(urls));
        return language is null ? primary : primary.In(language);
    }
}
