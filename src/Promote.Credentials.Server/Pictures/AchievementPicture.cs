using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Formats.Pictures;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Pictures;

/// <summary>
/// The picture of a published version of an achievement: the one that its issuer uploaded here, else one that is drawn from its
/// title, level and issuer, in the issuer's language. A picture elsewhere is only linked to, never fetched.
/// </summary>
internal sealed class AchievementPicture(CredentialsDb db, Catalogue catalogue, LinkedPictures pictures, RasterPictures rasters)
{
    /// <summary>The picture as it was uploaded or is drawn; null when no such version was published.</summary>
    public async Task<Picture?> OriginalAsync(string achievementId, int version, CancellationToken cancellationToken)
    {
        if (!RandomId.IsOne(achievementId))
        {
            return null;
        }

        var found = await (
            from row in db.AchievementVersions.AsNoTracking()
            join achievement in db.Achievements on row.AchievementId equals achievement.Id
            join issuer in db.Issuers on achievement.IssuerId equals issuer.Id
            where row.AchievementId == achievementId && row.Number == version && row.PublishedAt != null
            select new { issuer.Id, issuer.Profile }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var content = (await catalogue.VersionAsync(db, achievementId, version, cancellationToken)).Content;
        return await pictures.FindAsync(found.Id, content.Image, cancellationToken)
            ?? BadgePicture.Svg(FaceOf(content, catalogue.Issuer(found.Id, found.Profile)));
    }

    /// <summary>The picture as SVG; null when no such version was published.</summary>
    public async Task<Picture?> SvgAsync(string achievementId, int version, CancellationToken cancellationToken) =>
        await OriginalAsync(achievementId, version, cancellationToken) is { } original ? PictureInSvg.Of(original) : null;

    /// <summary>The picture as PNG; null when no such version was published, or its picture is SVG and cannot be drawn here.</summary>
    public async Task<Picture?> PngAsync(string achievementId, int version, CancellationToken cancellationToken) =>
        await OriginalAsync(achievementId, version, cancellationToken) is { } original ? await rasters.PngOfAsync(original, cancellationToken) : null;

    private static BadgeFace FaceOf(AchievementContent content, Issuer issuer) => new()
    {
        Title = content.Name.InOrElse(issuer.PrimaryLanguage, issuer.PrimaryLanguage),
        Issuer = issuer.Name.InOrElse(issuer.PrimaryLanguage, issuer.PrimaryLanguage),
        Level = content.EqfLevel is { } level ? string.Create(CultureInfo.InvariantCulture, $"EQF {level}") : null,
        Colour = BadgeColour.Of(issuer.Slug),
    };
}
