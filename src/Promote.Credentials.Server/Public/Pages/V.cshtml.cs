using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.OpenBadges3;
using Promote.Credentials.Formats.OpenBadges3.Views;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Verification;

namespace Promote.Credentials.Server.Public.Pages;

/// <summary>Where a QR code leads: stored bytes → report → page, or JSON when it is asked for. Nothing on it is about the recipient.</summary>
[EnableCors(CorsNames.Anyone)]
internal sealed class VModel(StoredCredentials credentials, VerifyStored verify, PublicUrls urls, TimeProvider time) : PageModel
{
    public string Address { get; private set; } = "";

    /// <summary>Null where there is nothing.</summary>
    public Report? Report { get; private set; }

    /// <summary>What was signed; null while the signature does not hold, because then nobody said it.</summary>
    public BadgeView? Badge { get; private set; }

    public SignedDate CheckedAt { get; } = SignedDate.Of(time.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        var asJson = Accepts.Json(HttpContext);
        if (await credentials.FindByPublicIdAsync(id, FormatList.OpenBadges3, cancellationToken) is not { } stored)
        {
            return NotHere.Answer(this, asJson);
        }

        Address = urls.Credential(id);
        Report = await verify.RunAsync(stored, cancellationToken);
        Badge = Report.Credential is { } signed ? Reader.Read(signed) : null;
        return asJson ? File(ReportJson.Write(Report, PublicPart.Write), MediaTypes.Json) : Page();
    }
}
