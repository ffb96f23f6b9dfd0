using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.OpenBadges3;
using Promote.Credentials.Formats.OpenBadges3.Views;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Public.Pages;

/// <summary>The public profile of an issuer.</summary>
[EnableCors(CorsNames.Anyone)]
internal sealed class IssuerModel(PublishedIssuers issuers, PublicUrls urls, PageLanguage page) : PageModel
{
    /// <summary>Null where there is nothing.</summary>
    public ProfileView? Issuer { get; private set; }

    public string Address { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        var asJson = Accepts.Json(HttpContext);
        if (await issuers.FindAsync(slug, cancellationToken) is not { } issuer)
        {
            return NotHere.Answer(this, page, asJson);
        }

        var primary = issuer.Issuer.PrimaryLanguage;
        if (asJson)
        {
            return File(Writer.WriteProfile(issuer.Profile(urls), primary), MediaTypes.LinkedData);
        }

        var language = page.Choose(HttpContext, CompleteLanguages.Of(issuer.Issuer), primary)!;
        Issuer = Reader.ReadProfile(StrictJson.Parse(Writer.WriteProfile(issuer.Profile(urls), language)).RootElement);
        Address = urls.Issuer(slug);
        return Page();
    }
}
