using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Web.Limits;

namespace Promote.Credentials.Server.Public.Pages;

/// <summary>
/// The verification page again, with the answer to the form on it: whether the credential is that of the person whom the reader named.
/// The name comes in a body and is neither kept nor shown again. It changes nothing, so there is nothing to protect from other sites,
/// which cannot read the answer.
/// </summary>
[AsksAboutHolder]
[IgnoreAntiforgeryToken]
[RequestSizeLimit(4096)]
internal sealed class HolderModel(VerificationSheets sheets, HolderOfCredential holder, PageLanguage page) : PageModel
{
    /// <summary>Name of the field of the form.</summary>
    public const string Field = "holder";

    /// <summary>Null where there is nothing.</summary>
    public VerificationSheet? Sheet { get; private set; }

    /// <summary>Whoever changes the language or comes back gets the page without an answer.</summary>
    public IActionResult OnGet(string id) => Redirect($"/v/{Uri.EscapeDataString(id)}{Request.QueryString}");

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        if (await sheets.FindAsync(id, cancellationToken) is not { } found)
        {
            return NotHere.Answer(this, page, asJson: false);
        }

        var answer = await TypedAsync(cancellationToken) is not { } typed ? HolderAnswer.Unreadable
            : await holder.IsAsync(typed, found.Award, found.Report, cancellationToken) ? HolderAnswer.Match
            : HolderAnswer.NoMatch;
        Sheet = await sheets.InLanguageOfReaderAsync(HttpContext, found, cancellationToken) with { Holder = answer };
        Response.StatusCode = answer == HolderAnswer.Unreadable ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        return Page();
    }

    private async Task<string?> TypedAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Request.HasFormContentType ? HolderOfCredential.Typed((await Request.ReadFormAsync(cancellationToken))[Field]) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
