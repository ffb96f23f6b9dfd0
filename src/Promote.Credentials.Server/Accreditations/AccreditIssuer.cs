using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.DataModel;
using Promote.Credentials.Formats.StatusLists;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Accreditations;

/// <summary>Accredits another issuer of this service: signs that the client's issuer stands behind it. Verification shows it.</summary>
internal sealed class AccreditIssuer(CredentialsDb db, IssuerIdentities identities, Catalogue catalogue, IssueCredential issue, PublicUrls urls, TimeProvider time) : ControllerBase
{
    private const string Suite = "eddsa-rdfc-2022";

    [HttpPost("/api/v1/accreditations"), Access(Scope.AccreditationsWrite)]
    public async Task<IActionResult> RunAsync([FromBody] NewAccreditation body, CancellationToken cancellationToken)
    {
        var client = HttpContext.Client;
        var now = time.GetStoredNow();
        var by = await db.Issuers.AsNoTracking().SingleAsync(row => row.Id == client.IssuerId, cancellationToken);
        var member = await db.Issuers.AsNoTracking().SingleOrDefaultAsync(row => row.Slug == body.Member, cancellationToken);
        if (AccreditationRules.Check(by.Id, member?.Id, body.ValidFrom ?? now, body.ValidUntil, body.Comment) is { Count: > 0 } refusals)
        {
            return new Refused(refusals);
        }

        var id = RandomId.New();
        var document = EndorsementOfIssuer.Write(urls.Accreditation(id), await PartyAsync(by, cancellationToken), await PartyAsync(member!, cancellationToken), body, now);
        var signed = await issue.RunAsync(
            new PlatformRequest { Credential = document, Forms = [.. CredentialForms.All.Where(form => form.Cryptosuite == Suite)], StatusPurposes = [Terms.Revocation], IsOfService = true },
            client.IssuerId, client.KeyId, cancellationToken);
        if (!signed.Granted)
        {
            return new Refused(signed.Refusals);
        }

        var row = new AccreditationRow
        {
            Id = id, IssuerId = by.Id, MemberId = member!.Id, ValidFrom = body.ValidFrom ?? now, ValidUntil = body.ValidUntil, Comment = body.Comment,
            Document = signed.Value.Utf8.ToArray(), CreatedAt = now,
        };
        db.Accreditations.Add(row);
        db.Audit.Add(client.Did("issuer.accredited", id, now, new { member = member.Slug }));
        await db.SaveChangesAsync(CancellationToken.None);
        return Created($"/api/v1/accreditations/{id}", AccreditationAnswer.Of(row, by.Slug, member.Slug, urls));
    }

    private async Task<(Issuer Issuer, string Did)> PartyAsync(IssuerRow row, CancellationToken cancellationToken) =>
        (catalogue.Issuer(row.Id, row.Profile), (await identities.OfAsync(db, row, cancellationToken)).Did);
}
