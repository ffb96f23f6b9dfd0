using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;

namespace Promote.Credentials.Server.Web.Problems;

/// <summary>The page that a person in front of a browser gets in the place of a problem document.</summary>
internal static class ErrorPage
{
    private const string Path = "/sorry";

    /// <summary>Whether a page is wanted by name, and more than JSON. A program says so for nothing, and gets a document.</summary>
    public static bool IsWantedBy(HttpRequest request)
    {
        var accept = request.GetTypedHeaders().Accept;
        double Quality(Func<MediaTypeHeaderValue, bool> wanted) => accept.Where(wanted).Select(type => type.Quality ?? 1).DefaultIfEmpty(0).Max();
        return Quality(type => type.MediaType == "text/html") > Quality(type => type.SubTypeWithoutSuffix == "json" || type.Suffix == "json");
    }

    /// <summary>Answers with the page under the status that is set, as if it had been asked for.</summary>
    public static async Task WriteAsync(StatusCodeContext status)
    {
        var (context, request) = (status.HttpContext, status.HttpContext.Request);
        var (endpoint, method, path, values) = (context.GetEndpoint(), request.Method, request.Path, request.RouteValues);
        context.Features.Set(new FailedStatus(context.Response.StatusCode));
        context.SetEndpoint(null);
        (request.Method, request.Path, request.RouteValues) = (HttpMethods.Get, Path, []);
        try
        {
            await status.Next(context);
        }
        finally
        {
            // The log names what was asked for.
            context.SetEndpoint(endpoint);
            (request.Method, request.Path, request.RouteValues) = (method, path, values);
        }
    }
}
