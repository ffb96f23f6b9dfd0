using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.People;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.People;

/// <summary>
/// Gives somebody other roles, or none, which removes them from the issuer. It counts from their next request on. Nobody changes their
/// own: an administrator could make themselves a validator of what they wrote, or be the last one to leave. Together with the roles go the
/// ids by which the issuer's platforms know the person, for the same reason: who somebody is, others say.
/// </summary>
internal sealed class ChangeRoles(CredentialsDb db, PersonFiles files, OwnIdentifiers identifiers, TimeProvider time) : ControllerBase
{
    [HttpPut("/api/v1/people/{id}"), Access(Scope.PeopleManage)]
    public async Task<IActionResult> RunAsync(string id, [FromBody] NewRoles body, CancellationToken cancellationToken)
    {
        var client = HttpContext.Client;
        var found = !RandomId.IsOne(id) ? null : await (
            from membership in db.Memberships
            join person in db.People on membership.PersonId equals person.Id
            where membership.Id == id && membership.IssuerId == client.IssuerId
            select new { membership, person }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return Refused.NotFound();
        }

        if (found.person.Id == client.KeyId)
        {
            return new Refused(RefusalCode.SeparationOfDuties, "/roles", "Nobody changes their own roles: ask another administrator.");
        }

        if (body.Identifiers is { } given && await WhyNotAsync(found.person, client.IssuerId, given, cancellationToken) is { Count: > 0 } refusals)
        {
            return new Refused(refusals);
        }

        found.membership.Roles = RoleList.Write(body.Roles);
        if (body.Roles.Count == 0)
        {
            (found.membership.InvitationHash, found.membership.InvitedUntil) = (null, null);
        }

        db.Audit.Add(client.Did("person.rolesChanged", id, time.GetStoredNow(), new { roles = found.membership.Roles, identifiers = body.Identifiers?.Count }));
        await db.SaveChangesAsync(cancellationToken);
        return Ok(PersonAnswer.Of(found.membership, files.ProfileOf(found.person), await identifiers.OfAsync(found.person, client.IssuerId, cancellationToken)));
    }

    private async Task<IReadOnlyList<Refusal>> WhyNotAsync(PersonRow person, string issuerId, IReadOnlyList<string> given, CancellationToken cancellationToken) =>
        PlatformIdentifiers.WhyNot(given) is { Count: > 0 } wrong ? wrong
            : await identifiers.ReplaceAsync(person, issuerId, given, cancellationToken) is { } taken ? [taken]
            : [];

    /// <summary>What somebody does from now on.</summary>
    internal sealed record NewRoles
    {
        public required IReadOnlyList<Role> Roles { get; init; }

        /// <summary>The ids by which the issuer's platforms know them, all of them; null leaves them as they are.</summary>
        public IReadOnlyList<string>? Identifiers { get; init; }

        /// <summary>Says nothing, so that no log or message can show a person.</summary>
        public override string ToString() => "NewRoles ***";
    }
}
