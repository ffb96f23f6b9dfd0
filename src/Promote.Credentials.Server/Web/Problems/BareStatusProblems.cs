using Microsoft.AspNetCore.Diagnostics;

namespace Promote.Credentials.Server.Web.Problems;

/// <summary>Gives every error status that came without a body (no route, wrong method, no key, wrong media type) its problem document, or people a page.</summary>
internal static class BareStatusProblems
{
    public static Task WriteAsync(StatusCodeContext context) =>
        context.HttpContext.Response.StatusCode is StatusCodes.Status404NotFound or StatusCodes.Status429TooManyRequests && ErrorPage.IsWantedBy(context.HttpContext.Request)
            ? ErrorPage.WriteAsync(context)
            : ProblemDocument.Of(context.HttpContext.Response.StatusCode).WriteAsync(context.HttpContext);
}
