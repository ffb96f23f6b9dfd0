using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Pictures;

/// <summary>A picture that an issuer uploaded; its address is the <c>image</c> in signed documents.</summary>
internal sealed class GetPicture(StoredPictures pictures) : ControllerBase
{
    [HttpGet("/pictures/{id}"), EnableCors(CorsNames.Anyone)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken) =>
        await pictures.FindAsync(id, cancellationToken) is { } picture
            ? PictureFile.Of(Response, picture, PictureFile.ForEver)
            : PictureFile.NotHere;
}
