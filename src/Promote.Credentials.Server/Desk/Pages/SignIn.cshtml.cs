using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Promote.Credentials.Server.Public.Reading;

namespace Promote.Credentials.Server.Desk.Pages;

/// <summary>Asks for address and password.</summary>
[DeskPage(Stage = Stage.Outside)]
[RequestSizeLimit(4096)]
internal sealed class SignInModel(People.SignIn signIn, PageLanguage page) : PageModel
{
    /// <summary>Whether they did not belong together, or there were too many tries.</summary>
    public bool Failed { get; private set; }

    /// <summary>The address that was typed, to be typed once only.</summary>
    public string? Email { get; private set; }

    public void OnGet() => ViewData["Title"] = page["desk.signIn"];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ViewData["Title"] = page["desk.signIn"];
        var form = await DeskForm.ReadAsync(Request, cancellationToken);
        Email = form["email"];
        if (Email is null || await signIn.RunAsync(Email, form.Password("password"), cancellationToken) is not { } token)
        {
            Failed = true;
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        SessionCookie.Write(HttpContext, token);
        return Redirect("/desk");
    }
}
