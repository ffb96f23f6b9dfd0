using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Achievements;

/// <summary>Puts the newest version of an achievement in force: from now on it is awarded, and its address shows it to everybody.</summary>
internal sealed class PublishAchievement(CredentialsDb db, TimeProvider time) : ControllerBase
{
    [HttpPost("/api/v1/achievements/{id}/publish"), Access(Scope.AchievementsWrite)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        var client = HttpContext.Client;
        var row = RandomId.IsOne(id)
            ? await db.Achievements.SingleOrDefaultAsync(row => row.Id == id && row.IssuerId == client.IssuerId, cancellationToken)
            : null;
        if (row is null)
        {
            return Refused.NotFound();
        }

        if (EntityTag.WhyNot(Request, EntityTag.Of(row.Revision), required: false) is { } stale)
        {
            return new Refused(stale);
        }

        if (row.State == AchievementState.Retired)
        {
            return new Refused(RefusalCode.WrongState, "", "The achievement is retired.");
        }

        var version = await db.AchievementVersions.SingleAsync(
            version => version.AchievementId == id && version.Number == row.LatestVersion, cancellationToken);
        if (row.PublishedVersion != row.LatestVersion)
        {
            var issuer = StoredJson.Read<Issuer>((await db.Issuers.FindAsync([client.IssuerId], cancellationToken))!.Profile);
            if (AnnexI.WhyNot(StoredJson.Read<AchievementContent>(version.Content), issuer) is { Count: > 0 } refusals)
            {
                return new Refused(refusals);
            }

            var now = time.GetStoredNow();
            version.PublishedAt = now;
            row.State = AchievementState.Published;
            row.PublishedVersion = row.LatestVersion;
            row.Revision++;
            row.UpdatedAt = now;
            db.Audit.Add(client.Did("achievement.published", id, now, new { version = row.LatestVersion }));
        }

        if (!await db.SaveUnlessChangedAsync(cancellationToken))
        {
            return new Refused(EntityTag.Stale);
        }

        Response.Headers.ETag = EntityTag.Of(row.Revision);
        return Ok(AchievementAnswer.Of(row, version));
    }
}
