using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Promote.Credentials.Server.People;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Desk.Pages;

/// <summary>Asks for address and password, or for a passkey.</summary>
[DeskPage(Stage = Stage.Outside)]
[RequestSizeLimit(3 * CheckPasskey.MaxBytes)]
internal sealed class SignInModel(People.SignIn signIn, CheckPasskey check, PageLanguage page) : PageModel
{
    /// <summary>Whether they did not belong together, or there were too many tries.</summary>
    public bool Failed { get; private set; }

    /// <summary>The address that was typed, to be typed once only.</summary>
    public string? Email { get; private set; }

    /// <summary>Whether a passkey was used instead.</summary>
    public bool IsPasskey { get; private set; }

    public void OnGet() => Show();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Show();
        var form = await DeskForm.ReadAsync(Request, cancellationToken);
        Email = form["email"];
        IsPasskey = form["credential"] is not null;
        var token = form["credential"] is { } credential ? await OpenAsync(credential, cancellationToken)
            : Email is { } email ? await signIn.RunAsync(email, form.Password("password"), cancellationToken)
            : null;
        if (token is null)
        {
            Failed = true;
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        SessionCookie.Write(HttpContext, token);
        return Redirect("/desk");
    }

    private async Task<SecretToken?> OpenAsync(string credential, CancellationToken cancellationToken) =>
        await check.RunAsync(signedIn: null, PasskeyCookie.Take(HttpContext), credential, HttpContext, cancellationToken) is { } person
            ? await signIn.OpenWithPasskeyAsync(person, cancellationToken)
            : null;

    private void Show()
    {
        ViewData["Title"] = page["desk.signIn"];
        OwnScript.Allow(HttpContext);
    }
}
