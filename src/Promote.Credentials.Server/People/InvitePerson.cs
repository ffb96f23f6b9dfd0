using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.People;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Domain.Text;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.People;

/// <summary>Invites somebody to work for the client's issuer. With a mail server the link goes to the address and nowhere else.</summary>
internal sealed class InvitePerson(CredentialsDb db, Invitations invitations, InvitationMail mail, PersonFiles files, OwnIdentifiers identifiers) : ControllerBase
{
    [HttpPost("/api/v1/people"), Access(Scope.PeopleManage)]
    public async Task<IActionResult> RunAsync([FromBody] NewPerson body, CancellationToken cancellationToken)
    {
        var client = HttpContext.Client;
        if (Check(body) is { Count: > 0 } refusals)
        {
            return new Refused(refusals);
        }

        var made = await invitations.MakeAsync(client, body.Email, body.Roles, cancellationToken);
        if (!made.Granted)
        {
            return new Refused(made.Refusals);
        }

        var invitation = made.Value;
        var issuer = StoredJson.Read<Issuer>(await db.Issuers.Where(row => row.Id == client.IssuerId).Select(row => row.Profile).SingleAsync(cancellationToken));
        var isSent = await mail.SendAsync(issuer, body.Email.Trim(), body.Roles, invitation.Link);
        var person = await db.People.SingleAsync(row => row.Id == invitation.Membership.PersonId, cancellationToken);
        return Created(
            $"/api/v1/people/{invitation.Membership.Id}",
            new InvitedPerson(PersonAnswer.Of(invitation.Membership, files.ProfileOf(person), await identifiers.OfAsync(person, client.IssuerId, cancellationToken)), isSent, isSent ? null : invitation.Link));
    }

    private static List<Refusal> Check(NewPerson body)
    {
        var refusals = new List<Refusal>();
        if (!EmailAddress.IsValid(body.Email.Trim()))
        {
            refusals.Add(new(RefusalCode.InvalidEmail, "/email", "Give one e-mail address."));
        }

        if (body.Roles.Count == 0)
        {
            refusals.Add(new(RefusalCode.MissingField, "/roles", "Give at least one role."));
        }

        return refusals;
    }

    /// <summary>Who is invited, and to do what.</summary>
    internal sealed record NewPerson
    {
        public required string Email { get; init; }

        public required IReadOnlyList<Role> Roles { get; init; }

        /// <summary>Says nothing, so that no log or message can show a person.</summary>
        public override string ToString() => "NewPerson ***";
    }

    /// <summary>Who was invited.</summary>
    /// <param name="Person">As they are listed.</param>
    /// <param name="Sent">Whether the mail server took the invitation.</param>
    /// <param name="Link">The link to pass on where it did not.</param>
    internal sealed record InvitedPerson(PersonAnswer Person, bool Sent, Uri? Link)
    {
        /// <summary>Says nothing, so that no log or message can show a person.</summary>
        public override string ToString() => "InvitedPerson ***";
    }
}
