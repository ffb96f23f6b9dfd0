using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.ApiKeys;

/// <summary>Ends an API key for ever. Revoking it again changes nothing.</summary>
internal sealed class RevokeApiKey(CredentialsDb db, KnownClients known, TimeProvider time) : ControllerBase
{
    [HttpDelete("/api/v1/api-keys/{id}"), Access(Scope.KeysManage)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        var client = HttpContext.Client;
        var row = RandomId.IsOne(id)
            ? await db.ApiKeys.SingleOrDefaultAsync(row => row.Id == id && row.IssuerId == client.IssuerId, cancellationToken)
            : null;
        if (row is null)
        {
            return Refused.NotFound();
        }

        if (row.RevokedAt is null)
        {
            row.RevokedAt = time.GetStoredNow();
            db.Audit.Add(client.Did("apiKey.revoked", id, row.RevokedAt.Value));
            await db.SaveChangesAsync(cancellationToken);
        }

        known.Forget(id);
        return NoContent();
    }
}
