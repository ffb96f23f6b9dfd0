using System.Text;
using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.Qr;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Public;

/// <summary>The QR code of a credential or of a holder's own link to it: the bare address of the page, at error level Q.</summary>
internal sealed class QrOfCredential(VerificationLinks links, PublicUrls urls) : ControllerBase
{
    [HttpGet("/v/{id}/qr.svg")]
    public Task<IActionResult> SvgAsync(string id, CancellationToken cancellationToken) =>
        DrawAsync(id, url => Encoding.UTF8.GetBytes(QrCode.Svg(url)), "image/svg+xml", cancellationToken);

    [HttpGet("/v/{id}/qr.png")]
    public Task<IActionResult> PngAsync(string id, CancellationToken cancellationToken) =>
        DrawAsync(id, QrCode.Png, "image/png", cancellationToken);

    private async Task<IActionResult> DrawAsync(string id, Func<string, byte[]> draw, string mediaType, CancellationToken cancellationToken) =>
        await links.FindAsync(id, cancellationToken) is null
            ? NotHere.Problem
            : File(draw(urls.Credential(id)), mediaType);
}
