using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Public;

/// <summary>Leads from an achievement to the version of it that is awarded now.</summary>
internal sealed class NewestAchievement(PublishedAchievements achievements) : ControllerBase
{
    [HttpGet("/achievements/{id}"), EnableCors(CorsNames.Anyone)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken) =>
        await achievements.FindAsync(id, number: null, language: null, cancellationToken) is { } edition
            ? Redirect(new Uri(edition.Id).AbsolutePath)
            : ErrorPage.IsWantedBy(Request) ? NotFound() : NotHere.Problem;
}
