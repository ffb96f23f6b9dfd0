using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Achievements;

/// <summary>Creates an achievement as a draft with its first version.</summary>
internal sealed class CreateAchievement(AchievementLife life) : ControllerBase
{
    [HttpPost("/api/v1/achievements"), Access(Scope.AchievementsWrite)]
    public async Task<IActionResult> RunAsync([FromBody] AchievementContent content, CancellationToken cancellationToken)
    {
        var changed = await life.CreateAsync(HttpContext.Client, content, cancellationToken);
        if (!changed.Granted)
        {
            return new Refused(changed.Refusals);
        }

        Response.Headers.ETag = EntityTag.Of(changed.Value.Row.Revision);
        return Created($"/api/v1/achievements/{changed.Value.Row.Id}", AchievementAnswer.Of(changed.Value.Row, changed.Value.Content));
    }
}
