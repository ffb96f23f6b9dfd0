using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Promote.Credentials.Server.People;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Desk.Pages;

/// <summary>One's own passkeys: the list, and the forms that add and remove one.</summary>
[DeskPage]
[RequestSizeLimit(3 * CheckPasskey.MaxBytes)]
internal sealed class PasskeysModel(People.Passkeys passkeys, AddPasskey add, RemovePasskey remove, PageLanguage page, TimeProvider time) : PageModel
{
    public IReadOnlyList<ListedPasskey> Listed { get; private set; } = [];

    /// <summary>Whether a passkey may be added or removed now, or whoever is here shows first who they are.</summary>
    public bool IsFresh { get; private set; }

    /// <summary>Whether no more may be added.</summary>
    public bool IsFull => Listed.Count >= People.Passkeys.Most;

    /// <summary>Whether what was sent was none, or one that is there already.</summary>
    public bool Failed { get; private set; }

    private SignedIn SignedIn => HttpContext.Features.GetRequiredFeature<SignedIn>();

    public Task OnGetAsync(CancellationToken cancellationToken) => ListAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (HttpContext.Client.Scopes.Count == 0)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (!SignedIn.IsFresh(time.GetUtcNow()))
        {
            return Redirect("/desk/confirm");
        }

        var form = await DeskForm.ReadAsync(Request, cancellationToken);
        Failed = form["remove"] is { } id
            ? !await remove.RunAsync(SignedIn, HttpContext.Client, id, cancellationToken)
            : !await add.RunAsync(SignedIn, HttpContext.Client, form["name"] ?? "", PasskeyCookie.Take(HttpContext), form["credential"] ?? "", HttpContext, cancellationToken);
        if (!Failed)
        {
            return Redirect("/desk/passkeys");
        }

        await ListAsync(cancellationToken);
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    private async Task ListAsync(CancellationToken cancellationToken)
    {
        ViewData["Title"] = page["desk.passkeys"];
        OwnScript.Allow(HttpContext);
        IsFresh = SignedIn.IsFresh(time.GetUtcNow());
        Listed = [.. (await passkeys.OfAsync(SignedIn.Person, cancellationToken)).Select(one => new ListedPasskey(one.Row.Id, one.Details.Name, one.Row.CreatedAt, one.Row.UsedAt))];
    }
}
