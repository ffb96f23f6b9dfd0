using Promote.Credentials.Formats.OpenBadges3;
using Promote.Credentials.Formats.OpenBadges3.Views;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Verification;

namespace Promote.Credentials.Server.Public;

/// <summary>Chooses the language of a page about a credential, and what was signed in that language.</summary>
internal sealed class ShownBadge(PublishedAchievements achievements, PublishedIssuers issuers, PageLanguage page)
{
    /// <summary>What was signed, as the reader's page says it; null while the signatures do not hold, because then nobody said it.</summary>
    public async Task<BadgeView?> InLanguageOfReaderAsync(HttpContext context, AwardRow award, Report report, CancellationToken cancellationToken)
    {
        if (report.Credential is not { } signed)
        {
            var issuer = await issuers.FindByIdAsync(award.IssuerId, cancellationToken);
            page.Choose(context, written: null, issuer?.Issuer.PrimaryLanguage);
            return null;
        }

        var published = await achievements.FindAsync(award.AchievementId, award.AchievementVersion, language: null, cancellationToken);
        var editions = new BadgeEditions(Reader.Read(signed), published);
        return editions.In(page.Choose(context, editions.Languages, published?.Creator.Issuer.PrimaryLanguage));
    }
}
