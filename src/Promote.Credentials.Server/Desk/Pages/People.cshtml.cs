using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.People;
using Promote.Credentials.Domain.Text;
using Promote.Credentials.Server.People;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Desk.Pages;

/// <summary>Who works for the issuer and as what, and the form that invites.</summary>
[DeskPage(Scope = Scope.PeopleManage)]
[RequestSizeLimit(4096)]
internal sealed class PeopleModel(CredentialsDb db, Invitations invitations, InvitationMail mail, GiveRoles give, PersonFiles files, PageLanguage page) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<PersonAnswer> People { get; private set; } = [];

    /// <summary>Whom an invitation was made for just now.</summary>
    public string? Invited { get; private set; }

    /// <summary>The link to pass on, where no mail server took it.</summary>
    public Uri? Link { get; private set; }

    /// <summary>Whether the form lacked an address or a role.</summary>
    public bool Failed { get; private set; }

    /// <summary>Whether they work here already.</summary>
    public bool IsThere { get; private set; }

    /// <summary>Whether somebody has other roles now.</summary>
    public bool Changed { get; private set; }

    /// <summary>Why somebody keeps their roles.</summary>
    public IReadOnlyList<DeskRefusal> Refusals { get; private set; } = [];

    public async Task OnGetAsync(bool? changed, CancellationToken cancellationToken)
    {
        Changed = changed == true;
        await ListAsync(cancellationToken);
    }

    /// <summary>Whether it is the reader, who changes nothing of their own.</summary>
    public bool IsOwn(PersonAnswer person) => person.Person == HttpContext.Client.KeyId;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var client = HttpContext.Client;
        var form = await DeskForm.ReadAsync(Request, cancellationToken);
        List<Role> roles = [.. Enum.GetValues<Role>().Where(role => form.All("role").Contains(RoleList.NameOf(role)))];
        if (form["do"] == "roles")
        {
            return await ChangeAsync(form["id"] ?? "", roles, cancellationToken);
        }

        Failed = form["email"] is not { } email || !EmailAddress.IsValid(email) || roles.Count == 0;
        if (!Failed)
        {
            var invitation = await invitations.MakeAsync(client, form["email"]!, roles, cancellationToken);
            IsThere = !invitation.Granted;
            if (invitation.Granted)
            {
                Invited = form["email"]!;
                var issuer = StoredJson.Read<Issuer>((await db.Issuers.FindAsync([client.IssuerId], cancellationToken))!.Profile);
                Link = await mail.SendAsync(issuer, Invited, roles, invitation.Value.Link) ? null : invitation.Value.Link;
            }
        }

        await ListAsync(cancellationToken);
        return new PageResult { StatusCode = Failed || IsThere ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK };
    }

    private async Task<IActionResult> ChangeAsync(string id, IReadOnlyList<Role> roles, CancellationToken cancellationToken)
    {
        var given = await give.RunAsync(HttpContext.Client, id, new NewRoles { Roles = roles }, cancellationToken);
        if (given.Granted)
        {
            return Redirect("/desk/people?changed=true");
        }

        Refusals = [.. given.Refusals.Select(refusal => DeskRefusal.Of(refusal, page))];
        await ListAsync(cancellationToken);
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    private async Task ListAsync(CancellationToken cancellationToken)
    {
        ViewData["Title"] = page["desk.people"];
        var issuerId = HttpContext.Client.IssuerId;
        var rows = await (
            from membership in db.Memberships.AsNoTracking()
            join person in db.People.AsNoTracking() on membership.PersonId equals person.Id
            where membership.IssuerId == issuerId && membership.Roles != ""
            orderby membership.CreatedAt descending
            select new { membership, person }).Take(Most).ToListAsync(cancellationToken);
        People = [.. rows.Select(row => PersonAnswer.Of(row.membership, files.ProfileOf(row.person)))];
    }
}
