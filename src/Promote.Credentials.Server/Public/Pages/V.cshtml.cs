using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Public.Pages;

/// <summary>Where a QR code leads: the page, or JSON when it is asked for.</summary>
[EnableCors(CorsNames.Anyone)]
internal sealed class VModel(VerificationSheets sheets, PageLanguage page) : PageModel
{
    /// <summary>Null where there is nothing.</summary>
    public VerificationSheet? Sheet { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        var asJson = Accepts.Json(HttpContext);
        if (await sheets.FindAsync(id, cancellationToken) is not { } found)
        {
            return NotHere.Answer(this, page, asJson);
        }

        if (asJson)
        {
            return File(found.ToJson(), MediaTypes.Json);
        }

        Sheet = await sheets.InLanguageOfReaderAsync(HttpContext, found, cancellationToken);
        return Page();
    }
}
