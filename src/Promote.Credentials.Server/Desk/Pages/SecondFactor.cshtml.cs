using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Promote.Credentials.Server.People;
using Promote.Credentials.Server.Public.Reading;

namespace Promote.Credentials.Server.Desk.Pages;

/// <summary>Sets up an authenticator app, or says that there is one.</summary>
[DeskPage(Stage = Stage.Password)]
[RequestSizeLimit(4096)]
internal sealed class SecondFactorModel(SecondFactors factors, PageLanguage page) : PageModel
{
    /// <summary>What the app scans; null when it is set up.</summary>
    public string? Uri { get; private set; }

    /// <summary>What is typed where nothing can be scanned.</summary>
    public string? Secret { get; private set; }

    /// <summary>The codes for recovery, shown once.</summary>
    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    /// <summary>Whether the code was wrong.</summary>
    public bool Failed { get; private set; }

    private SignedIn SignedIn => HttpContext.Features.GetRequiredFeature<SignedIn>();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        ViewData["Title"] = page["desk.factor"];
        if (SignedIn.Person.SecondFactor)
        {
            return SignedIn.Session.VerifiedAt is null ? Redirect("/desk/code") : Page();
        }

        (Uri, Secret) = await factors.OfferAsync(SignedIn, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ViewData["Title"] = page["desk.factor"];
        if (SignedIn.Person.SecondFactor)
        {
            return Redirect("/desk");
        }

        (Uri, Secret) = await factors.OfferAsync(SignedIn, cancellationToken);
        var form = await DeskForm.ReadAsync(Request, cancellationToken);
        RecoveryCodes = await factors.TurnOnAsync(SignedIn, form["code"] ?? "", cancellationToken);
        Failed = RecoveryCodes is null;
        return new PageResult { StatusCode = Failed ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK };
    }
}
