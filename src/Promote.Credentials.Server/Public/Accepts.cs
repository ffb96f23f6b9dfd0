using Microsoft.Net.Http.Headers;
using Promote.Credentials.Formats.Pictures;

namespace Promote.Credentials.Server.Public;

/// <summary>Which form of a document a client asks for (RFC 9110 §12.5.1). People come with browsers, so a page is the answer unless JSON is asked for by name.</summary>
internal static class Accepts
{
    /// <summary>Whether JSON, in whatever dialect, is wanted more than a page. The answer then depends on <c>Accept</c>, and says so.</summary>
    public static bool Json(HttpContext context)
    {
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        return Quality(context.Request, IsJson) > Quality(context.Request, IsHtml);
    }

    /// <summary>Whether <c>application/json</c> is asked for rather than <c>application/vc</c>, which is the same text.</summary>
    public static bool PlainJson(HttpContext context) =>
        Quality(context.Request, type => type.MediaType == "application/json") > Quality(context.Request, type => type.MediaType == "application/vc");

    /// <summary>The name of the download that a client of a holder's link asks for by media type; null when it is to get the page.</summary>
    public static string? Download(HttpContext context)
    {
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        return Downloads
            .Select(one => (one.Name, Quality: Quality(context.Request, one.IsIt)))
            .Where(one => one.Quality > Quality(context.Request, IsHtml))
            .OrderByDescending(one => one.Quality)
            .Select(one => one.Name)
            .FirstOrDefault();
    }

    // The first one wins where a client likes several equally.
    private static readonly (string Name, Func<MediaTypeHeaderValue, bool> IsIt)[] Downloads =
    [
        ("europass", type => type.MediaType == "application/jose+json"),
        ("ob3-jwt", type => type.MediaType == "application/vc+jwt"),
        ("ob3", IsJson),
        ("ob3-png", type => type.MediaType == Picture.Png),
        ("ob3-svg", type => type.MediaType == Picture.Svg),
        ("pdf", type => type.MediaType == MediaTypes.Pdf),
    ];

    private static bool IsJson(MediaTypeHeaderValue type) =>
        type.MediaType == "application/json" || type.MediaType == "application/vc" || (type.Suffix == "json" && type.MediaType != "application/jose+json");

    private static bool IsHtml(MediaTypeHeaderValue type) => type.MediaType == "text/html" || type.MediaType == "application/xhtml+xml";

    private static double Quality(HttpRequest request, Func<MediaTypeHeaderValue, bool> wanted) =>
        request.GetTypedHeaders().Accept.Where(wanted).Select(type => type.Quality ?? 1).DefaultIfEmpty(0).Max();
}
