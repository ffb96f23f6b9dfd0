using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Awards;

/// <summary>Ends an award for ever: its documents hold no more, anywhere.</summary>
internal sealed class RevokeAward(AwardLife life, CredentialsDb db, PromoteSettings settings) : ControllerBase
{
    [HttpPost("/api/v1/awards/{id}/revoke"), Access(Scope.AwardsRevoke)]
    public async Task<IActionResult> RunAsync(string id, [FromBody] GivenReason body, CancellationToken cancellationToken)
    {
        var changed = await life.ChangeAsync(HttpContext.Client, id, AwardAction.Revoke, body.Reason, cancellationToken);
        return changed.Granted
            ? Ok(AwardAnswer.Of(changed.Value, await AwardDelivery.LatestAsync(db, [id], CancellationToken.None), settings))
            : new Refused(changed.Refusals);
    }
}
