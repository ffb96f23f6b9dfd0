using System.Text.Json;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.OpenBadges3.Views;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Sharing;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Verification;

namespace Promote.Credentials.Server.Public.Pages;

/// <summary>
/// Where a QR code leads: stored bytes → report → page, or JSON when it is asked for. Nothing on it is about the recipient,
/// unless the address is a link that the holder made to show just that.
/// </summary>
[EnableCors(CorsNames.Anyone)]
internal sealed class VModel(
    VerificationLinks links, RecordedNames names, VerifyStored verify, ShownBadge shown, StatusNotices notices, PublicUrls urls, PageLanguage page, TimeProvider time) : PageModel
{
    public string Address { get; private set; } = "";

    /// <summary>Null where there is nothing.</summary>
    public Report? Report { get; private set; }

    /// <summary>What was signed, in the language of the page; null while the signature does not hold, because then nobody said it.</summary>
    public BadgeView? Badge { get; private set; }

    /// <summary>What the holder's own link shows besides; null behind every other address, and while the signature does not hold.</summary>
    public ShownByHolder? Shown { get; private set; }

    /// <summary>What there is to say about its status; null while it holds.</summary>
    public StatusNotice? Notice { get; private set; }

    public SignedDate CheckedAt => SignedDate.Of(time.GetUtcNow(), page.Texts);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        var asJson = Accepts.Json(HttpContext);
        if (await links.FindAsync(id, cancellationToken) is not { Stored: var stored } link)
        {
            return NotHere.Answer(this, page, asJson);
        }

        Address = urls.Credential(id);
        Report = await verify.RunAsync(stored, cancellationToken);
        Notice = await notices.FindAsync(stored.Award, cancellationToken);
        if (link.Share is { } share && Report.Credential is { } signed)
        {
            Shown = ShownByHolder.Of(share, signed, await names.FindAsync(stored.Award, cancellationToken));
        }

        if (asJson)
        {
            return File(ReportJson.Write(Report, Shown?.Attainment is null ? PublicPart.Write : PublicPart.WriteWithResults, WriteMore), MediaTypes.Json);
        }

        Badge = await shown.InLanguageOfReaderAsync(HttpContext, stored.Award, Report, cancellationToken);
        return Page();
    }

    private void WriteMore(Utf8JsonWriter json)
    {
        Notice?.Write(json);
        Shown?.Write(json);
    }
}
