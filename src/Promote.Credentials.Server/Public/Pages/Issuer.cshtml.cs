using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.OpenBadges3;
using Promote.Credentials.Formats.OpenBadges3.Views;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Public.Pages;

/// <summary>The public profile of an issuer.</summary>
[EnableCors(CorsNames.Anyone)]
internal sealed class IssuerModel(PublishedIssuers issuers, PublicUrls urls) : PageModel
{
    /// <summary>Null where there is nothing.</summary>
    public ProfileView? Issuer { get; private set; }

    public string DidDocument { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        var asJson = Accepts.Json(HttpContext);
        if (await issuers.FindAsync(slug, cancellationToken) is not { } issuer)
        {
            return NotHere.Answer(this, asJson);
        }

        var document = Writer.WriteProfile(issuer.Profile(urls), issuer.Issuer.PrimaryLanguage);
        if (asJson)
        {
            return File(document, MediaTypes.LinkedData);
        }

        Issuer = Reader.ReadProfile(StrictJson.Parse(document).RootElement);
        DidDocument = $"{urls.Issuer(slug)}/did.json";
        return Page();
    }
}
