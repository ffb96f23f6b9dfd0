using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.Pictures;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Pictures;

/// <summary>Takes a picture for achievements: examined, written anew, kept under an address that never changes.</summary>
internal sealed class UploadPicture(StoredPictures pictures, PublicUrls urls) : ControllerBase
{
    [HttpPost("/api/v1/pictures"), Access(Scope.AchievementsWrite), RequestSizeLimit(PngUpload.MaxBytes)]
    public async Task<IActionResult> RunAsync(CancellationToken cancellationToken)
    {
        var mediaType = MediaTypeHeaderValue.TryParse(Request.ContentType, out var type) ? type.MediaType.Value : null;
        if (mediaType is not (Picture.Png or Picture.Svg))
        {
            return new Refused(RefusalCode.UnsupportedMediaType, "", "Send the picture as image/png or image/svg+xml.");
        }

        using var body = new MemoryStream();
        await Request.Body.CopyToAsync(body, cancellationToken);
        if (!TryRead(mediaType, body, out var picture, out var refusal))
        {
            return new Refused(CodeOf(refusal.Error), "", refusal.Detail);
        }

        var id = await pictures.KeepAsync(HttpContext.Client, picture, cancellationToken);
        return Created($"/pictures/{id}", new UploadedPicture(urls.Picture(id), picture.MediaType, picture.Width, picture.Height));
    }

    private static bool TryRead(string mediaType, MemoryStream body, [NotNullWhen(true)] out Picture? picture, [NotNullWhen(false)] out PictureRefusal? refusal)
    {
        var file = body.GetBuffer().AsSpan(0, (int)body.Length);
        return mediaType == Picture.Png ? PngUpload.TryRead(file, out picture, out refusal) : SvgUpload.TryRead(file, out picture, out refusal);
    }

    private static RefusalCode CodeOf(PictureError error) => error switch
    {
        PictureError.UnknownKind => RefusalCode.UnsupportedMediaType,
        PictureError.TooLarge => RefusalCode.TooLarge,
        _ => RefusalCode.InvalidValue,
    };
}
