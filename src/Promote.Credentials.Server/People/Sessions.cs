using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.People;

/// <summary>Finds who is signed in. Nothing of it is kept between requests: whoever loses a role has lost it.</summary>
internal sealed class Sessions(CredentialsDb db, PersonFiles files, OwnIdentifiers identifiers, TimeProvider time)
{
    public async Task<SignedIn?> FindAsync(string? token, CancellationToken cancellationToken)
    {
        if (!SecretToken.IsOne(token))
        {
            return null;
        }

        var hash = new SecretToken(token!).Hash;
        var found = await (
            from session in db.Sessions
            join person in db.People on session.PersonId equals person.Id
            where session.Hash == hash
            select new
            {
                session,
                person,
                roles = db.Memberships.Where(row => row.PersonId == person.Id && row.IssuerId == session.IssuerId && row.AcceptedAt != null).Select(row => row.Roles).FirstOrDefault(),
            }).SingleOrDefaultAsync(cancellationToken);
        return found is null || found.session.ExpiresAt <= time.GetUtcNow() || found.session.SecurityStamp != found.person.SecurityStamp
            ? null
            : new(found.session, found.person, files.ProfileOf(found.person), RoleList.Read(found.roles ?? ""), await identifiers.OfAsync(found.person, found.session.IssuerId, cancellationToken));
    }

    public async Task EndAsync(SignedIn signedIn, CancellationToken cancellationToken)
    {
        db.Sessions.Remove(signedIn.Session);
        await db.SaveUnlessChangedAsync(cancellationToken);
    }
}
