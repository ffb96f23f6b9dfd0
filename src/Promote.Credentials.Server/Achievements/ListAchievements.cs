using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Lists;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Achievements;

/// <summary>Lists the issuer's achievements, the newest first.</summary>
internal sealed class ListAchievements(CredentialsDb db) : ControllerBase
{
    [HttpGet("/api/v1/achievements"), Access(Scope.AchievementsRead)]
    public async Task<IActionResult> RunAsync([FromQuery] PageRequest page, CancellationToken cancellationToken)
    {
        var from = page.From();
        if (!from.Granted)
        {
            return new Refused(from.Refusals);
        }

        var issuerId = HttpContext.Client.IssuerId;
        var listed = from.Value.After(db.Achievements.AsNoTracking().Where(row => row.IssuerId == issuerId));
        var rows = await (
            from achievement in listed
            join version in db.AchievementVersions on new { achievement.Id, Number = achievement.LatestVersion } equals new { Id = version.AchievementId, version.Number }
            select new { achievement, version }).Take(page.Limit + 1).ToListAsync(cancellationToken);
        return Ok(page.Take(
            rows,
            row => row.achievement,
            row => AchievementAnswer.Of(row.achievement, row.version)));
    }
}
