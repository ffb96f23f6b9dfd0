using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Network;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Lists;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Profiles;

/// <summary>Lists the professional profiles of the issuer and of its network, the newest first.</summary>
internal sealed class ListProfiles(CredentialsDb db, IssuerNetwork network) : ControllerBase
{
    [HttpGet("/api/v1/profiles"), Access(Scope.AchievementsRead)]
    public async Task<IActionResult> RunAsync([FromQuery] PageRequest page, CancellationToken cancellationToken)
    {
        var from = page.From();
        if (!from.Granted)
        {
            return new Refused(from.Refusals);
        }

        var issuers = await network.OfAsync(HttpContext.Client.IssuerId, cancellationToken);
        var rows = await from.Value.After(db.Profiles.AsNoTracking().Where(row => issuers.Contains(row.IssuerId))).Take(page.Limit + 1).ToListAsync(cancellationToken);
        return Ok(page.Take(rows, row => row, row => ProfileAnswer.Of(row)));
    }
}
