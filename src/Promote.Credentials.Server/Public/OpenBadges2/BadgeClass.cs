using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Formats.OpenBadges2;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Public.OpenBadges2;

/// <summary>A published version of an achievement as an Open Badges 2.0 BadgeClass, for ever.</summary>
internal sealed class BadgeClass(PublishedAchievements achievements) : ControllerBase
{
    [HttpGet("/ob2/achievements/{id}/versions/{number:int:min(1)}"), EnableCors(CorsNames.Anyone)]
    public async Task<IActionResult> RunAsync(string id, int number, CancellationToken cancellationToken) =>
        await achievements.FindAsync(id, number, language: null, cancellationToken) is { } edition
            ? File(Writer.WriteBadgeClass(edition.Version, edition.Creator), MediaTypes.LinkedData)
            : NotHere.Problem;
}
