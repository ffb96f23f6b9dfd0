using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.Certificates;
using Promote.Credentials.Server.Public.Certificates;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Public.Pages;

/// <summary>The certificate as a page: to be read by everybody, with a screen reader too, and to be printed.</summary>
internal sealed class CertificateModel(StoredCredentials credentials, AwardCertificate certificate, PageLanguage page) : PageModel
{
    /// <summary>Null where there is nothing.</summary>
    public CertificateFace? Face { get; private set; }

    /// <summary>Path of the issuer's logo; null where there is none here.</summary>
    public string? Logo { get; private set; }

    /// <summary>Path of the QR code.</summary>
    public string Qr { get; private set; } = "";

    /// <summary>The holder's page.</summary>
    public string Back { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (await credentials.FindByHolderIdAsync(id, FormatList.OpenBadges3, cancellationToken) is not { Utf8: not null } signed
            || await certificate.SetAsync(HttpContext, signed, cancellationToken) is not { } set)
        {
            return NotHere.Answer(this, page, asJson: false);
        }

        (Face, Logo, Qr, Back) = (set.Face, set.LogoPath, $"{new Uri(set.Face.VerificationUrl).AbsolutePath}/qr.svg", $"/credentials/{id}");
        return Page();
    }
}
