using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Awards;

/// <summary>Reads one award of the client's issuer.</summary>
internal sealed class GetAward(CredentialsDb db, PromoteSettings settings) : ControllerBase
{
    [HttpGet("/api/v1/awards/{id}"), Access(Scope.AwardsRead)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        var issuerId = HttpContext.Client.IssuerId;
        var row = await db.Awards.AsNoTracking().SingleOrDefaultAsync(award => award.Id == id && award.IssuerId == issuerId, cancellationToken);
        return row is null
            ? new Refused(RefusalCode.NotFound, "", "There is no such award.")
            : Ok(AwardAnswer.Of(row, await AwardDelivery.LatestAsync(db, [row.Id], cancellationToken), settings));
    }
}
