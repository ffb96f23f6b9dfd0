using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Issuers;

/// <summary>Changes what the client's own issuer says about itself. Documents that were signed keep what it said then.</summary>
internal sealed class ChangeIssuer(CredentialsDb db, TimeProvider time) : ControllerBase
{
    [HttpPut("/api/v1/issuers/{id}"), Access(Scope.IssuersWrite)]
    public async Task<IActionResult> RunAsync(string id, [FromBody] IssuerProfile profile, CancellationToken cancellationToken)
    {
        var client = HttpContext.Client;
        if (id != client.IssuerId)
        {
            return Refused.NotFound();
        }

        var row = await db.Issuers.AsNoTracking().SingleAsync(row => row.Id == id, cancellationToken);
        if (EntityTag.WhyNot(Request, IssuerAnswer.TagOf(row)) is { } stale)
        {
            return new Refused(stale);
        }

        var issuer = profile.For(id, row.Slug);
        if (IssuerRules.Check(issuer) is { Count: > 0 } refusals)
        {
            return new Refused(refusals);
        }

        // Only over the profile that was seen: of two changes at once the second finds another one.
        var (seen, changed) = (row.Profile, StoredJson.Write(issuer));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Issuers.Where(one => one.Id == id && one.Profile == seen)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.Profile, changed), cancellationToken) == 0)
        {
            return new Refused(EntityTag.Stale);
        }

        db.Audit.Add(client.Did("issuer.changed", id, time.GetStoredNow()));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        row.Profile = changed;
        Response.Headers.ETag = IssuerAnswer.TagOf(row);
        return Ok(IssuerAnswer.Of(row));
    }
}
