using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.People;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.People;

/// <summary>
/// Gives somebody other roles, or none, which removes them from the issuer; for the API and for the desk. It counts from their next request
/// on. Nobody changes their own: an administrator could make themselves a validator of what they wrote, or be the last one to leave. Together
/// with the roles go the ids by which the issuer's platforms know the person, for the same reason: who somebody is, others say.
/// </summary>
internal sealed class GiveRoles(CredentialsDb db, PersonFiles files, OwnIdentifiers identifiers, TimeProvider time)
{
    /// <param name="client">Who gives them.</param>
    /// <param name="id">Id of the membership.</param>
    /// <param name="asked">What they do from now on.</param>
    /// <param name="cancellationToken">Counts until it is stored.</param>
    public async Task<Decision<PersonAnswer>> RunAsync(Client client, string id, NewRoles asked, CancellationToken cancellationToken)
    {
        var found = !RandomId.IsOne(id) ? null : await (
            from membership in db.Memberships
            join person in db.People on membership.PersonId equals person.Id
            where membership.Id == id && membership.IssuerId == client.IssuerId
            select new { membership, person }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return Refused.Nothing;
        }

        if (found.person.Id == client.KeyId)
        {
            return new Refusal(RefusalCode.SeparationOfDuties, "/roles", "Nobody changes their own roles: ask another administrator.");
        }

        if (asked.Identifiers is { } given && await WhyNotAsync(found.person, client.IssuerId, given, cancellationToken) is { Count: > 0 } refusals)
        {
            return refusals.ToList();
        }

        found.membership.Roles = RoleList.Write(asked.Roles);
        if (asked.Roles.Count == 0)
        {
            (found.membership.InvitationHash, found.membership.InvitedUntil) = (null, null);
        }

        db.Audit.Add(client.Did("person.rolesChanged", id, time.GetStoredNow(), new { roles = found.membership.Roles, identifiers = asked.Identifiers?.Count }));
        await db.SaveChangesAsync(cancellationToken);
        return PersonAnswer.Of(found.membership, files.ProfileOf(found.person), await identifiers.OfAsync(found.person, client.IssuerId, cancellationToken));
    }

    private async Task<IReadOnlyList<Refusal>> WhyNotAsync(PersonRow person, string issuerId, IReadOnlyList<string> given, CancellationToken cancellationToken) =>
        PlatformIdentifiers.WhyNot(given) is { Count: > 0 } wrong ? wrong
            : await identifiers.ReplaceAsync(person, issuerId, given, cancellationToken) is { } taken ? [taken]
            : [];
}
