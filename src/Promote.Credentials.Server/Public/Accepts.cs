using Microsoft.Net.Http.Headers;

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

    private static bool IsJson(MediaTypeHeaderValue type) =>
        type.MediaType == "application/json" || type.MediaType == "application/vc" || type.Suffix == "json";

    private static bool IsHtml(MediaTypeHeaderValue type) => type.MediaType == "text/html" || type.MediaType == "application/xhtml+xml";

    private static double Quality(HttpRequest request, Func<MediaTypeHeaderValue, bool> wanted) =>
        request.GetTypedHeaders().Accept.Where(wanted).Select(type => type.Quality ?? 1).DefaultIfEmpty(0).Max();
}
