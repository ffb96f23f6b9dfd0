using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Promote.Credentials.Server.People;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Desk.Pages;

/// <summary>Asks once more who somebody is, before they change what guards their account: for a passkey or a code, or for the password where there is neither.</summary>
[DeskPage]
[RequestSizeLimit(3 * CheckPasskey.MaxBytes)]
internal sealed class ConfirmModel(CheckPasskey check, People.Passkeys passkeys, People.SignIn signIn, PageLanguage page) : PageModel
{
    /// <summary>Whether they have a passkey.</summary>
    public bool HasPasskey { get; private set; }

    /// <summary>Whether they have an authenticator app.</summary>
    public bool HasCode => SignedIn.Person.SecondFactor;

    /// <summary>Whether what they gave was wrong, or there were too many tries.</summary>
    public bool Failed { get; private set; }

    private SignedIn SignedIn => HttpContext.Features.GetRequiredFeature<SignedIn>();

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var form = await DeskForm.ReadAsync(Request, cancellationToken);
        if (form["credential"] is { } credential ? await HasAnsweredAsync(credential, cancellationToken)
            : HasCode ? await signIn.CompleteAsync(SignedIn, form["code"] ?? "", cancellationToken)
            : await signIn.ConfirmAsync(SignedIn, form.Password("password"), cancellationToken))
        {
            return Redirect("/desk/passkeys");
        }

        Failed = true;
        await ShowAsync(cancellationToken);
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    private async Task<bool> HasAnsweredAsync(string credential, CancellationToken cancellationToken)
    {
        var isOwn = await check.RunAsync(SignedIn, PasskeyCookie.Take(HttpContext), credential, HttpContext, cancellationToken) is not null;
        if (isOwn)
        {
            await signIn.RenewAsync(SignedIn, cancellationToken);
        }

        return isOwn;
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        ViewData["Title"] = page["desk.confirm"];
        OwnScript.Allow(HttpContext);
        HasPasskey = (await passkeys.OfAsync(SignedIn.Person, cancellationToken)).Count > 0;
    }
}
