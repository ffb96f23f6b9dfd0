using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Awards;

/// <summary>Lets an award not hold for the time being. Others see it as withdrawn; our own page and answers say that it is suspended.</summary>
internal sealed class SuspendAward(AwardLife life, CredentialsDb db, PromoteSettings settings) : ControllerBase
{
    [HttpPost("/api/v1/awards/{id}/suspend"), Access(Scope.AwardsRevoke)]
    public async Task<IActionResult> RunAsync(string id, [FromBody] GivenReason body, CancellationToken cancellationToken)
    {
        var changed = await life.ChangeAsync(HttpContext.Client, id, AwardAction.Suspend, body.Reason, cancellationToken);
        return changed.Granted
            ? Ok(AwardAnswer.Of(changed.Value, await AwardDelivery.LatestAsync(db, [id], CancellationToken.None), settings))
            : new Refused(changed.Refusals);
    }
}
