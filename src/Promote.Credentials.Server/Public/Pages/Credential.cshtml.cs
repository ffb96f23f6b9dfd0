using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.OpenBadges3;
using Promote.Credentials.Formats.OpenBadges3.Views;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Problems;
using Promote.Credentials.Verification;

namespace Promote.Credentials.Server.Public.Pages;

/// <summary>The holder's link: the document exactly as it was signed, or a page for the holder. Whoever has the link is the holder.</summary>
internal sealed class CredentialModel(StoredCredentials credentials, VerifyStored verify, PublicUrls urls) : PageModel
{
    /// <summary>Null where there is nothing.</summary>
    public Report? Report { get; private set; }

    public BadgeView? Badge { get; private set; }

    public string VerificationUrl { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string id, string? format, CancellationToken cancellationToken)
    {
        var asDocument = format is not null || Accepts.Json(HttpContext);
        if (format is not null && !FormatList.TryGet(format, out _))
        {
            return new Refused(RefusalCode.NotFound, "", $"This service knows these formats: {string.Join(", ", FormatList.Names)}.");
        }

        if (await credentials.FindByHolderIdAsync(id, format ?? FormatList.OpenBadges3, cancellationToken) is not { } stored)
        {
            return NotHere.Answer(this, asDocument);
        }

        if (asDocument)
        {
            return stored.Utf8 is { } utf8
                ? File(utf8, MediaTypes.Credential)
                : new Refused(RefusalCode.Unavailable, "", "What is stored is not what was signed, so it is not handed out.");
        }

        Report = await verify.RunAsync(stored, cancellationToken);
        Badge = Report.Credential is { } signed ? Reader.Read(signed) : null;
        VerificationUrl = urls.Credential(stored.Award.PublicId);
        return Page();
    }
}
