using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Batches.Changing;

/// <summary>Issues many awards anew in the place of those that there are, which are revoked: with what the request says, and otherwise as they were recorded. Holders get new links.</summary>
internal sealed class ReplaceAwards(CredentialsDb db, KeepChange keep) : ControllerBase
{
    [HttpPost("/api/v1/batches/replace"), Access(Scope.AwardsWrite), Access(Scope.AwardsRevoke)]
    public Task<IActionResult> RunAsync([FromBody] AskedReplacement body, CancellationToken cancellationToken) => SentChange.AnswerAsync(db, keep, HttpContext, AwardAction.Replace, body, cancellationToken);
}
