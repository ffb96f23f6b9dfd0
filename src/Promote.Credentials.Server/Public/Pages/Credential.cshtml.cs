using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.OpenBadges3;
using Promote.Credentials.Formats.OpenBadges3.Views;
using Promote.Credentials.Server.Public.Downloads;
using Promote.Credentials.Server.Public.Holder;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Problems;
using Promote.Credentials.Verification;

namespace Promote.Credentials.Server.Public.Pages;

/// <summary>The holder's link: a file to take away, or a page for the holder. Whoever has the link is the holder.</summary>
internal sealed class CredentialModel(
    StoredCredentials credentials, CredentialDownload downloads, VerifyStored verify, ShownBadge shown, HolderSheets sheets, StatusNotices notices, ClaimOnOpening claim, PageLanguage page) : PageModel
{
    /// <summary>Null where there is nothing.</summary>
    public Report? Report { get; private set; }

    /// <summary>What was signed, in the language of the page; null while the signature does not hold, because then nobody said it.</summary>
    public BadgeView? Badge { get; private set; }

    /// <summary>What the holder reached, by the same signature.</summary>
    public AttainmentView? Attainment { get; private set; }

    /// <summary>Null where there is nothing.</summary>
    public HolderSheet? Sheet { get; private set; }

    /// <summary>What there is to say about its status; null while it holds.</summary>
    public StatusNotice? Notice { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, string? format, CancellationToken cancellationToken)
    {
        if ((format ?? Accepts.Download(HttpContext)) is { } name)
        {
            return DownloadList.Find(name) is { } download
                ? await downloads.AnswerAsync(HttpContext, id, download, cancellationToken)
                : new Refused(RefusalCode.NotFound, "", $"This service knows these formats: {string.Join(", ", DownloadList.All.Select(one => one.Name))}.");
        }

        if (await credentials.FindByHolderIdAsync(id, FormatList.OpenBadges3, cancellationToken) is not { } stored)
        {
            return NotHere.Answer(this, page, asJson: false);
        }

        await claim.RunAsync(Request, stored.Award, cancellationToken);
        Report = await verify.RunAsync(stored, cancellationToken);
        Notice = await notices.FindAsync(stored.Award, cancellationToken);
        Badge = await shown.InLanguageOfReaderAsync(HttpContext, stored.Award, Report, cancellationToken);
        Attainment = Report.Credential is { } signed ? AttainmentReader.Read(signed) : null;
        Sheet = await sheets.OfAsync(stored.Award, Request, cancellationToken);
        return Page();
    }
}
