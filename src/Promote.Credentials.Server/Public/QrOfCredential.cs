using System.Text;
using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.Qr;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Public;

/// <summary>The QR code of a credential: the bare address of its verification page, at error level Q.</summary>
internal sealed class QrOfCredential(StoredCredentials credentials, PublicUrls urls) : ControllerBase
{
    [HttpGet("/v/{id}/qr.svg")]
    public Task<IActionResult> SvgAsync(string id, CancellationToken cancellationToken) =>
        DrawAsync(id, url => Encoding.UTF8.GetBytes(QrCode.Svg(url)), "image/svg+xml", cancellationToken);

    [HttpGet("/v/{id}/qr.png")]
    public Task<IActionResult> PngAsync(string id, CancellationToken cancellationToken) =>
        DrawAsync(id, QrCode.Png, "image/png", cancellationToken);

    private async Task<IActionResult> DrawAsync(string id, Func<string, byte[]> draw, string mediaType, CancellationToken cancellationToken) =>
        await credentials.FindByPublicIdAsync(id, FormatList.OpenBadges3, cancellationToken) is null
            ? NotHere.Problem
            : File(draw(urls.Credential(id)), mediaType);
}
