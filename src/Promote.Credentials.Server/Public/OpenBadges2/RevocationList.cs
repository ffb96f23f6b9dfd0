using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.OpenBadges2;
using Promote.Credentials.Server.Issuing.Status;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Public.OpenBadges2;

/// <summary>The signed assertions of an issuer that were revoked or are suspended, by their ids and with the reasons.</summary>
internal sealed class RevocationList(CredentialsDb db, PublishedIssuers issuers, RollbackGuard guard, PublicUrls urls) : ControllerBase
{
    [HttpGet("/ob2/issuers/{slug}/revocations"), EnableCors(CorsNames.Anyone)]
    public async Task<IActionResult> RunAsync(string slug, CancellationToken cancellationToken)
    {
        if (await issuers.FindAsync(slug, cancellationToken) is not { } issuer)
        {
            return NotHere.Problem;
        }

        if (guard.WhyNot(issuer.Issuer.Id) is { } refusal)
        {
            return new Refused(refusal);
        }

        var revoked = await (
            from award in db.Awards.AsNoTracking()
            join credential in db.Credentials on award.Id equals credential.AwardId
            where award.IssuerId == issuer.Issuer.Id && (award.RevokedAt != null || award.SuspendedAt != null) && credential.Format == FormatList.OpenBadges2Jwt
            orderby award.RevokedAt ?? award.SuspendedAt
            select new RevokedAssertion(credential.DocumentId!, award.RevokedAt == null ? award.SuspensionReason : award.RevocationReason)).ToListAsync(cancellationToken);
        return File(Writer.WriteRevocationList(issuer.Profile(urls), revoked), MediaTypes.LinkedData);
    }
}
