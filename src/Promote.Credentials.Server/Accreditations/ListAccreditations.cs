using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Formats;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Lists;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Accreditations;

/// <summary>Lists the accreditations that the client's issuer gave and got, the newest first.</summary>
internal sealed class ListAccreditations(CredentialsDb db, PublicUrls urls) : ControllerBase
{
    [HttpGet("/api/v1/accreditations"), Access(Scope.IssuersRead)]
    public async Task<IActionResult> RunAsync([FromQuery] PageRequest page, CancellationToken cancellationToken)
    {
        var from = page.From();
        if (!from.Granted)
        {
            return new Refused(from.Refusals);
        }

        var issuerId = HttpContext.Client.IssuerId;
        var listed = from.Value.After(db.Accreditations.AsNoTracking().Where(row => row.IssuerId == issuerId || row.MemberId == issuerId));
        var rows = await (
            from accreditation in listed
            join accreditor in db.Issuers on accreditation.IssuerId equals accreditor.Id
            join member in db.Issuers on accreditation.MemberId equals member.Id
            select new { accreditation, By = accreditor.Slug, Member = member.Slug }).Take(page.Limit + 1).ToListAsync(cancellationToken);
        return Ok(page.Take(rows, row => row.accreditation, row => AccreditationAnswer.Of(row.accreditation, row.By, row.Member, urls)));
    }
}
