using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Formats.Pictures;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Pictures;

/// <summary>Answers with a picture. An SVG that is opened on its own may neither run nor load anything, and is saved rather than shown.</summary>
internal static class PictureFile
{
    /// <summary>What never changes.</summary>
    public const string ForEver = "public, max-age=31536000, immutable";

    /// <summary>What changes when an issuer changes its name.</summary>
    public const string ForAnHour = "public, max-age=3600";

    /// <summary>For what never was, is malformed, or is not published.</summary>
    public static Refused NotHere => new(RefusalCode.NotFound, "", "There is nothing here, or not any more.");

    public static IActionResult Of(HttpResponse response, Picture picture, string caching)
    {
        response.Headers.CacheControl = caching;
        if (picture.MediaType == Picture.Svg)
        {
            response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'";
            response.Headers.ContentDisposition = "attachment; filename=\"picture.svg\"";
        }

        var digest = Base64Url.EncodeToString(SHA256.HashData(picture.Bytes.Span));
        return new FileContentResult(picture.Bytes.ToArray(), picture.MediaType) { EntityTag = new EntityTagHeaderValue($"\"{digest}\"") };
    }
}
