using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.People;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.People;

/// <summary>
/// Asks somebody to work for an issuer, and lets them accept: the link goes to the address, so that whoever accepts can read there. An
/// invitation is used once and lasts a week; a new one ends the one before.
/// </summary>
internal sealed class Invitations(CredentialsDb db, PersonFiles files, UserManager<PersonRow> users, Tries tries, PromoteSettings settings, TimeProvider time)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    private const int MaxName = 200;

    // Somebody else was first with the person; then the person is there.
    private const int MaxAttempts = 3;

    /// <summary>Invites somebody, or invites them anew while they did not accept or after they were removed. Whoever works for the issuer is not invited: their roles are changed.</summary>
    /// <param name="client">Who invites.</param>
    /// <param name="email">A valid address.</param>
    /// <param name="roles">At least one.</param>
    /// <param name="cancellationToken">Counts until it is stored.</param>
    public async Task<Decision<Invitation>> MakeAsync(Client client, string email, IReadOnlyCollection<Role> roles, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(client, email, roles, cancellationToken);
            }
            catch (DbUpdateException lost) when (attempt < MaxAttempts && UniqueViolation.Is(lost, out _))
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Decision<Invitation>> TryAsync(Client client, string email, IReadOnlyCollection<Role> roles, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        var person = await files.FindAsync(email, cancellationToken);
        if (person is null)
        {
            person = files.New(email, now);
            db.People.Add(person);
        }

        var membership = await db.Memberships.SingleOrDefaultAsync(row => row.PersonId == person.Id && row.IssuerId == client.IssuerId, cancellationToken);
        if (membership is null)
        {
            membership = new MembershipRow { Id = RandomId.New(), PersonId = person.Id, IssuerId = client.IssuerId, Roles = "", CreatedAt = now };
            db.Memberships.Add(membership);
        }

        if (membership is { AcceptedAt: not null, Roles: not "" })
        {
            return new Refusal(RefusalCode.WrongState, "/email", "This person works here already: change their roles.");
        }

        var token = SecretToken.Create();
        membership.Roles = RoleList.Write(roles);
        membership.AcceptedAt = null;
        (membership.InvitationHash, membership.InvitedUntil) = (token.Hash, now + Lasts);
        db.Audit.Add(client.Did("person.invited", membership.Id, now, new { roles = membership.Roles }));
        await db.SaveChangesAsync(cancellationToken);
        return new Invitation(membership, new Uri($"{settings.PublicBaseUrl!.AbsoluteUri.TrimEnd('/')}/desk/invitations/{token.Text}"));
    }

    /// <summary>The open invitation of a link; null where there is none, or not any more.</summary>
    public async Task<(MembershipRow Membership, PersonRow Person)?> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (!SecretToken.IsOne(token))
        {
            return null;
        }

        var hash = new SecretToken(token).Hash;
        var found = await (
            from membership in db.Memberships
            join person in db.People on membership.PersonId equals person.Id
            where membership.InvitationHash == hash
            select new { membership, person }).SingleOrDefaultAsync(cancellationToken);
        return found is null || found.membership.InvitedUntil <= time.GetUtcNow() ? null : (found.membership, found.person);
    }

    /// <summary>Accepts: a new person says how they are called and sets a password, somebody who is there gives theirs.</summary>
    /// <returns>Why not; null when it is accepted.</returns>
    public async Task<AcceptProblem?> AcceptAsync(MembershipRow membership, PersonRow person, string name, string password, CancellationToken cancellationToken)
    {
        if (person.PasswordHash is null)
        {
            if (string.IsNullOrWhiteSpace(name) || name.Length > MaxName)
            {
                return AcceptProblem.Name;
            }

            files.Write(person, files.ProfileOf(person) with { Name = name.Trim() });
            if (!(await users.AddPasswordAsync(person, password)).Succeeded)
            {
                return AcceptProblem.Password;
            }
        }
        else if (!await tries.TakeAsync(person, cancellationToken) || !await users.CheckPasswordAsync(person, password))
        {
            return AcceptProblem.WrongPassword;
        }
        else
        {
            await tries.GiveBackAsync(person, cancellationToken);
        }

        var now = time.GetStoredNow();
        (membership.InvitationHash, membership.InvitedUntil, membership.AcceptedAt) = (null, null, now);
        db.Audit.Add(new Client(person.Id, membership.IssuerId, []).Did("person.joined", membership.Id, now, new { roles = membership.Roles }));
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }
}
