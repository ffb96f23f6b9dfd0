using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Achievements;

/// <summary>Shows an achievement in its newest version.</summary>
internal sealed class GetAchievement(CredentialsDb db) : ControllerBase
{
    [HttpGet("/api/v1/achievements/{id}"), Access(Scope.AchievementsRead)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        if (!RandomId.IsOne(id))
        {
            return Refused.NotFound();
        }

        var issuerId = HttpContext.Client.IssuerId;
        var found = await (
            from achievement in db.Achievements.AsNoTracking()
            join version in db.AchievementVersions on new { achievement.Id, Number = achievement.LatestVersion } equals new { Id = version.AchievementId, version.Number }
            where achievement.Id == id && achievement.IssuerId == issuerId
            select new { achievement, version }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return Refused.NotFound();
        }

        Response.Headers.ETag = EntityTag.Of(found.achievement.Revision);
        return Ok(AchievementAnswer.Of(found.achievement, found.version));
    }
}
