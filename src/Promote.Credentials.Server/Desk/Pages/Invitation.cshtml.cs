using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.People;
using Promote.Credentials.Server.People;
using Promote.Credentials.Server.Public;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Desk.Pages;

/// <summary>The link of an invitation: who invites, to do what, and the form that accepts.</summary>
[DeskPage(Stage = Stage.Outside)]
[RequestSizeLimit(4096)]
internal sealed class InvitationModel(Invitations invitations, People.SignIn signIn, PersonFiles files, CredentialsDb db, PageLanguage page) : PageModel
{
    /// <summary>Null where there is no such invitation, or not any more.</summary>
    public PersonProfile? Invited { get; private set; }

    /// <summary>Who invites.</summary>
    public string Issuer { get; private set; } = "";

    /// <summary>To do what.</summary>
    public IReadOnlyList<Role> Roles { get; private set; } = [];

    /// <summary>Whether they have a password here already.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>Why it was not accepted.</summary>
    public AcceptProblem? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken) =>
        await FindAsync(token, cancellationToken) is null ? NotHere.Answer(this, page, asJson: false) : Page();

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellationToken)
    {
        if (await FindAsync(token, cancellationToken) is not { } found)
        {
            return NotHere.Answer(this, page, asJson: false);
        }

        var form = await DeskForm.ReadAsync(Request, cancellationToken);
        Problem = await invitations.AcceptAsync(found.Membership, found.Person, form["name"] ?? "", form.Password("password"), cancellationToken);
        if (Problem is not null)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        SessionCookie.Write(HttpContext, await signIn.OpenAsync(found.Person, cancellationToken));
        return Redirect("/desk");
    }

    private async Task<(MembershipRow Membership, PersonRow Person)?> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (await invitations.FindAsync(token, cancellationToken) is not { } found)
        {
            return null;
        }

        var issuer = StoredJson.Read<Issuer>((await db.Issuers.FindAsync([found.Membership.IssuerId], cancellationToken))!.Profile);
        Invited = files.ProfileOf(found.Person);
        Issuer = issuer.Name.InOrElse(page.Language.Tag, issuer.PrimaryLanguage);
        Roles = RoleList.Read(found.Membership.Roles);
        IsKnown = found.Person.PasswordHash is not null;
        ViewData["Title"] = page["desk.invitation"];
        return found;
    }
}
