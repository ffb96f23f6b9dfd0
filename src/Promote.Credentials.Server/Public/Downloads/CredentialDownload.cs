using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Formats.Baking;
using Promote.Credentials.Formats.Certificates;
using Promote.Credentials.Formats.Pictures;
using Promote.Credentials.Server.Pictures;
using Promote.Credentials.Server.Public.Certificates;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Public.Downloads;

/// <summary>Hands a holder a file: the stored bytes unchanged, or the badge's picture with them inside.</summary>
internal sealed class CredentialDownload(StoredCredentials credentials, AchievementPicture pictures, CertificateFile certificate)
{
    private static Refused Damaged => new(RefusalCode.Unavailable, "", "What is stored is not what was signed, so it is not handed out.");

    /// <summary>The file, or why there is none.</summary>
    public async Task<IActionResult> AnswerAsync(HttpContext context, string holderId, Download download, CancellationToken cancellationToken)
    {
        var issued = await credentials.FormatsOfHolderAsync(holderId, cancellationToken);
        if (issued.Count == 0)
        {
            return NotHere.Problem;
        }

        if (download.Sources.FirstOrDefault(issued.Contains) is not { } source)
        {
            var names = string.Join(", ", DownloadList.Of(issued).Select(one => one.Name));
            return new Refused(RefusalCode.NotFound, "", $"This award was not issued in the form {download.Name}. It can be had as: {names}.");
        }

        return await credentials.FindByHolderIdAsync(holderId, source, cancellationToken) switch
        {
            { Utf8: { } utf8 } stored when download.Certificate is { } kind => await CertificateAsync(context, stored, utf8, kind, download, cancellationToken),
            { Utf8: { } utf8 } stored => await FileAsync(stored, utf8, download, cancellationToken),
            _ => Damaged,
        };
    }

    private async Task<IActionResult> CertificateAsync(HttpContext context, StoredCredential stored, byte[] utf8, CertificateKind kind, Download download, CancellationToken cancellationToken)
    {
        if (kind == CertificateKind.Pdf && !Rendering.IsAvailable)
        {
            return new Refused(RefusalCode.Unavailable, "", $"{Rendering.Missing} {Offer("certificate-svg")}");
        }

        return await certificate.DrawAsync(context, stored, utf8, kind, cancellationToken) is { } file ? FileOf(file, download) : Damaged;
    }

    private async Task<IActionResult> FileAsync(StoredCredential stored, byte[] utf8, Download download, CancellationToken cancellationToken)
    {
        if (download.Baked is not { } kind)
        {
            return FileOf(utf8, download);
        }

        var (id, version) = (stored.Award.AchievementId, stored.Award.AchievementVersion);
        var isPng = download.MediaType == Picture.Png;
        if (await (isPng ? pictures.PngAsync(id, version, cancellationToken) : pictures.SvgAsync(id, version, cancellationToken)) is not { } picture)
        {
            return new Refused(RefusalCode.Unavailable, "", $"{Rendering.Missing} {Offer(download.Name.Replace("-png", "-svg", StringComparison.Ordinal))}");
        }

        var done = isPng
            ? PngBadge.TryBake(picture.Bytes.Span, kind, utf8, out var baked, out var refusal)
            : SvgBadge.TryBake(picture.Bytes.Span, kind, utf8, out baked, out refusal);
        return done ? FileOf(baked!, download) : throw new InvalidOperationException($"A picture of this service takes no badge: {refusal!.Detail}");
    }

    private static string Offer(string name) => $"The form {name} can be had.";

    private static FileContentResult FileOf(byte[] bytes, Download download) => new(bytes, download.MediaType) { FileDownloadName = download.FileName };
}
