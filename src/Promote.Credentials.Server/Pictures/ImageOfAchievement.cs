using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Promote.Credentials.Formats.Pictures;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Pictures;

/// <summary>The picture of a published version of an achievement. PNG, which every backpack and wallet shows, unless SVG is asked for by name.</summary>
internal sealed class ImageOfAchievement(AchievementPicture pictures, RasterPictures rasters) : ControllerBase
{
    [HttpGet("/achievements/{id}/versions/{number:int}/image"), EnableCors(CorsNames.Anyone)]
    public async Task<IActionResult> AnyAsync(string id, int number, CancellationToken cancellationToken)
    {
        Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        var original = await pictures.OriginalAsync(id, number, cancellationToken);
        return Answer(original is null || WantsSvg() ? original : await rasters.PngOfAsync(original, cancellationToken) ?? original);
    }

    [HttpGet("/achievements/{id}/versions/{number:int}/image.svg"), EnableCors(CorsNames.Anyone)]
    public async Task<IActionResult> SvgAsync(string id, int number, CancellationToken cancellationToken) =>
        Answer(await pictures.SvgAsync(id, number, cancellationToken));

    [HttpGet("/achievements/{id}/versions/{number:int}/image.png"), EnableCors(CorsNames.Anyone)]
    public async Task<IActionResult> PngAsync(string id, int number, CancellationToken cancellationToken) =>
        Answer(await pictures.PngAsync(id, number, cancellationToken));

    private IActionResult Answer(Picture? picture) => picture is null ? PictureFile.NotHere : PictureFile.Of(Response, picture, PictureFile.ForAnHour);

    private bool WantsSvg() => Quality(Picture.Svg) > Quality(Picture.Png);

    private double Quality(string mediaType) =>
        Request.GetTypedHeaders().Accept.Where(type => type.MediaType == mediaType).Select(type => type.Quality ?? 1).DefaultIfEmpty(0).Max();
}
