using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Promote.Credentials.Server.People;
using Promote.Credentials.Server.Public.Reading;

namespace Promote.Credentials.Server.Desk.Pages;

/// <summary>Asks for the code of the authenticator app.</summary>
[DeskPage(Stage = Stage.Password)]
[RequestSizeLimit(4096)]
internal sealed class CodeModel(People.SignIn signIn, PageLanguage page) : PageModel
{
    /// <summary>Whether the code was wrong, or there were too many tries.</summary>
    public bool Failed { get; private set; }

    public void OnGet() => ViewData["Title"] = page["desk.code"];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ViewData["Title"] = page["desk.code"];
        var signedIn = HttpContext.Features.GetRequiredFeature<SignedIn>();
        var form = await DeskForm.ReadAsync(Request, cancellationToken);
        if (signedIn.Person.SecondFactor && await signIn.CompleteAsync(signedIn, form["code"] ?? "", cancellationToken))
        {
            return Redirect("/desk");
        }

        Failed = true;
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }
}
