using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Batches.Changing;

/// <summary>Ends many awards for ever.</summary>
internal sealed class RevokeAwards(CredentialsDb db, KeepChange keep) : ControllerBase
{
    [HttpPost("/api/v1/batches/revoke"), Access(Scope.AwardsRevoke)]
    public Task<IActionResult> RunAsync([FromBody] AskedChange body, CancellationToken cancellationToken) => SentChange.AnswerAsync(db, keep, HttpContext, AwardAction.Revoke, body, cancellationToken);
}
