using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Issuing.Keys;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Issuers;

/// <summary>
/// Admits another issuer to this service. The answer holds an API key for it, once: whoever operates the service
/// hands it over and has no access to the new issuer's things afterwards.
/// </summary>
internal sealed class CreateIssuer(CredentialsDb db, IssuerKeyLife keys, TimeProvider time) : ControllerBase
{
    [HttpPost("/api/v1/issuers"), Access(Scope.IssuersCreate)]
    public async Task<IActionResult> RunAsync([FromBody] NewIssuer body, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        var issuer = body.For(RandomId.New(), body.Slug);
        if (IssuerRules.Check(issuer) is { Count: > 0 } refusals)
        {
            return new Refused(refusals);
        }

        if (await db.Issuers.AnyAsync(row => row.Slug == issuer.Slug, cancellationToken))
        {
            return new Refused(SlugTaken);
        }

        var token = ApiKeyToken.Create();
        db.Issuers.Add(new() { Id = issuer.Id, Slug = issuer.Slug, Profile = StoredJson.Write(issuer), CreatedAt = now });
        db.ApiKeys.Add(token.ToRow(issuer.Id, "first key", Scope.OfIssuer, now));
        db.Audit.Add(HttpContext.Client.Did("issuer.created", issuer.Id, now));
        await db.SaveChangesAsync(cancellationToken);
        await keys.AdoptAsync(issuer.Id, issuer.Slug, cancellationToken);
        return Created($"/api/v1/issuers/{issuer.Id}", new CreatedIssuer(issuer.Id, issuer.Slug, IssuerProfile.Of(issuer), now, token.Text));
    }

    private static Refusal SlugTaken { get; } = new(RefusalCode.InvalidValue, "/slug", "Another issuer has this slug.");

    /// <summary>What is asked for.</summary>
    internal sealed record NewIssuer : IssuerProfile
    {
        public required string Slug { get; init; }
    }

    /// <summary>The new issuer and its first API key.</summary>
    internal sealed record CreatedIssuer(string Id, string Slug, IssuerProfile Profile, DateTimeOffset CreatedAt, string Key);
}
