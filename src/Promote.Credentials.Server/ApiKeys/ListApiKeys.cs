using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Lists;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.ApiKeys;

/// <summary>Lists the issuer's API keys, revoked and expired ones too, the newest first.</summary>
internal sealed class ListApiKeys(CredentialsDb db) : ControllerBase
{
    [HttpGet("/api/v1/api-keys"), Access(Scope.KeysManage)]
    public async Task<IActionResult> RunAsync([FromQuery] PageRequest page, CancellationToken cancellationToken)
    {
        var from = page.From();
        if (!from.Granted)
        {
            return new Refused(from.Refusals);
        }

        var issuerId = HttpContext.Client.IssuerId;
        var rows = await from.Value.After(db.ApiKeys.AsNoTracking().Where(row => row.IssuerId == issuerId))
            .Take(page.Limit + 1)
            .ToListAsync(cancellationToken);
        return Ok(page.Take(rows, row => row, ApiKeyAnswer.Of));
    }
}
