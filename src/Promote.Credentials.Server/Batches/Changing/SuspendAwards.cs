using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Batches.Changing;

/// <summary>Lets many awards not hold for the time being.</summary>
internal sealed class SuspendAwards(CredentialsDb db, KeepChange keep) : ControllerBase
{
    [HttpPost("/api/v1/batches/suspend"), Access(Scope.AwardsRevoke)]
    public Task<IActionResult> RunAsync([FromBody] AskedChange body, CancellationToken cancellationToken) => SentChange.AnswerAsync(db, keep, HttpContext, AwardAction.Suspend, body, cancellationToken);
}
