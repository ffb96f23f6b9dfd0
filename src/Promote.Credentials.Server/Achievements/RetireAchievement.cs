using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Achievements;

/// <summary>Ends the awarding of an achievement. What was awarded stays, and its published versions resolve for ever.</summary>
internal sealed class RetireAchievement(AchievementLife life) : ControllerBase
{
    [HttpPost("/api/v1/achievements/{id}/retire"), Access(Scope.AchievementsWrite)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        var changed = await life.RetireAsync(Request, HttpContext.Client, id, cancellationToken);
        if (!changed.Granted)
        {
            return new Refused(changed.Refusals);
        }

        Response.Headers.ETag = EntityTag.Of(changed.Value.Row.Revision);
        return Ok(AchievementAnswer.Of(changed.Value.Row, changed.Value.Content));
    }
}
