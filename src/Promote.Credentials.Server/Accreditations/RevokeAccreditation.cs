using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.StatusLists;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Accreditations;

/// <summary>Ends an accreditation for ever, by the status list of the issuer that gave it. Ending it again changes nothing.</summary>
internal sealed class RevokeAccreditation(CredentialsDb db, PlatformLife life, PublicUrls urls, TimeProvider time) : ControllerBase
{
    [HttpPost("/api/v1/accreditations/{id}/revoke"), Access(Scope.AccreditationsWrite)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        var client = HttpContext.Client;
        var row = RandomId.IsOne(id) ? await db.Accreditations.SingleOrDefaultAsync(row => row.Id == id && row.IssuerId == client.IssuerId, cancellationToken) : null;
        if (row is null)
        {
            return Refused.NotFound();
        }

        if (row.RevokedAt is null)
        {
            // The bit first: when this ends in between, the next try finds it set.
            using var document = StrictJson.Parse(row.Document);
            var status = document.RootElement.GetProperty("credentialStatus");
            var (list, index) = (status.GetProperty("statusListCredential").GetString()!, int.Parse(status.GetProperty("statusListIndex").GetString()!, System.Globalization.CultureInfo.InvariantCulture));
            if (await life.ChangeAsync(client, Terms.Revocation, list, index, set: true, cancellationToken) is { } refusal)
            {
                return new Refused(refusal);
            }

            row.RevokedAt = time.GetStoredNow();
            db.Audit.Add(client.Did("accreditation.revoked", id, row.RevokedAt.Value));
            await db.SaveChangesAsync(CancellationToken.None);
        }

        var member = await db.Issuers.Where(issuer => issuer.Id == row.MemberId).Select(issuer => issuer.Slug).SingleAsync(CancellationToken.None);
        var by = await db.Issuers.Where(issuer => issuer.Id == row.IssuerId).Select(issuer => issuer.Slug).SingleAsync(CancellationToken.None);
        return Ok(AccreditationAnswer.Of(row, by, member, urls));
    }
}
