using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Lists;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Awards;

/// <summary>Lists the awards of the client's issuer, the newest first.</summary>
internal sealed class ListAwards(CredentialsDb db, PromoteSettings settings) : ControllerBase
{
    [HttpGet("/api/v1/awards"), Access(Scope.AwardsRead)]
    public async Task<IActionResult> RunAsync([FromQuery] PageRequest page, CancellationToken cancellationToken)
    {
        var from = page.From();
        if (!from.Granted)
        {
            return new Refused(from.Refusals);
        }

        var issuerId = HttpContext.Client.IssuerId;
        var rows = await from.Value.After(db.Awards.AsNoTracking().Where(row => row.IssuerId == issuerId))
            .Take(page.Limit + 1)
            .ToListAsync(cancellationToken);
        var deliveries = await AwardDelivery.LatestAsync(db, rows.ConvertAll(row => row.Id), cancellationToken);
        return Ok(page.Take(rows, row => row, row => AwardAnswer.Of(row, deliveries, settings)));
    }
}
