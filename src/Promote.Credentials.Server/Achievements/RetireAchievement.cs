using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Achievements;

/// <summary>Ends the awarding of an achievement. What was awarded stays, and its published versions resolve for ever.</summary>
internal sealed class RetireAchievement(CredentialsDb db, TimeProvider time) : ControllerBase
{
    [HttpPost("/api/v1/achievements/{id}/retire"), Access(Scope.AchievementsWrite)]
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

        if (row.State != AchievementState.Retired)
        {
            row.State = AchievementState.Retired;
            row.Revision++;
            row.UpdatedAt = time.GetStoredNow();
            db.Audit.Add(client.Did("achievement.retired", id, row.UpdatedAt));
        }

        if (!await db.SaveUnlessChangedAsync(cancellationToken))
        {
            return new Refused(EntityTag.Stale);
        }

        var version = await db.AchievementVersions.AsNoTracking().SingleAsync(
            version => version.AchievementId == id && version.Number == row.LatestVersion, cancellationToken);
        Response.Headers.ETag = EntityTag.Of(row.Revision);
        return Ok(AchievementAnswer.Of(row, version));
    }
}
