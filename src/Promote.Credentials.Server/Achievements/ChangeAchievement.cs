using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Achievements;

/// <summary>Gives an achievement a new version. The published one stays in force until the new one is published.</summary>
internal sealed class ChangeAchievement(AchievementLife life) : ControllerBase
{
    [HttpPut("/api/v1/achievements/{id}"), Access(Scope.AchievementsWrite)]
    public async Task<IActionResult> RunAsync(string id, [FromBody] AchievementContent content, CancellationToken cancellationToken)
    {
        var changed = await life.ChangeAsync(Request, HttpContext.Client, id, content, cancellationToken);
        if (!changed.Granted)
        {
            return new Refused(changed.Refusals);
        }

        Response.Headers.ETag = EntityTag.Of(changed.Value.Row.Revision);
        return Ok(AchievementAnswer.Of(changed.Value.Row, changed.Value.Content));
    }
}
