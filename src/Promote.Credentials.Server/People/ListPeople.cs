using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Lists;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.People;

/// <summary>Lists who works for the issuer or was invited to, the newest first.</summary>
internal sealed class ListPeople(CredentialsDb db, PersonFiles files, OwnIdentifiers identifiers) : ControllerBase
{
    [HttpGet("/api/v1/people"), Access(Scope.PeopleManage)]
    public async Task<IActionResult> RunAsync([FromQuery] PageRequest page, CancellationToken cancellationToken)
    {
        var from = page.From();
        if (!from.Granted)
        {
            return new Refused(from.Refusals);
        }

        var issuerId = HttpContext.Client.IssuerId;
        var listed = from.Value.After(db.Memberships.AsNoTracking().Where(row => row.IssuerId == issuerId));
        var rows = await (
            from membership in listed
            join person in db.People.AsNoTracking() on membership.PersonId equals person.Id
            select new { membership, person }).Take(page.Limit + 1).ToListAsync(cancellationToken);
        var known = await identifiers.OfAllAsync(rows.Select(row => row.person), issuerId, cancellationToken);
        return Ok(page.Take(rows, row => row.membership, row => PersonAnswer.Of(row.membership, files.ProfileOf(row.person), identifiers.Read(row.person, known[row.person.Id]))));
    }
}
