using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.People;

/// <summary>
/// Somebody whom the configured OpenID Connect provider signed in: the address that it verified is that of a person who accepted an
/// invitation. What they may do is said here, never by a claim.
/// </summary>
internal sealed class OpenIdConnectProvider(ProviderTokens tokens, CredentialsDb db, PersonFiles files, OwnIdentifiers identifiers) : IIdentityProvider
{
    public async Task<Client?> FindAsync(string token, string? issuer, CancellationToken cancellationToken)
    {
        if (await tokens.PersonOfAsync(token, cancellationToken) is not { } provided || await files.FindAsync(provided.Email, cancellationToken) is not { } person)
        {
            return null;
        }

        var memberships = await (
            from membership in db.Memberships.AsNoTracking()
            join row in db.Issuers on membership.IssuerId equals row.Id
            where membership.PersonId == person.Id && membership.AcceptedAt != null && membership.Roles != "" && (issuer == null || row.Slug == issuer)
            select new { membership.IssuerId, membership.Roles }).Take(2).ToListAsync(cancellationToken);
        return memberships is [var only]
            ? new Client(person.Id, only.IssuerId, RightsOfRoles.Of(RoleList.Read(only.Roles)), files.ProfileOf(person).Email)
            {
                Identifiers = [provided.Subject, .. await identifiers.OfAsync(person, only.IssuerId, cancellationToken)],
            }
            : null;
    }
}
