using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Achievements;

/// <summary>Puts the newest version of an achievement in force: from now on it is awarded, and its address shows it to everybody.</summary>
internal sealed class PublishAchievement(AchievementLife life) : ControllerBase
{
    [HttpPost("/api/v1/achievements/{id}/publish"), Access(Scope.AchievementsWrite)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        var changed = await life.PublishAsync(Request, HttpContext.Client, id, cancellationToken);
        if (!changed.Granted)
        {
            return new Refused(changed.Refusals);
        }

        Response.Headers.ETag = EntityTag.Of(changed.Value.Row.Revision);
        return Ok(AchievementAnswer.Of(changed.Value.Row, changed.Value.Content));
    }
}
