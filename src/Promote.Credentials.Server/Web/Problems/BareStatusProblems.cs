using Microsoft.AspNetCore.Diagnostics;

namespace Promote.Credentials.Server.Web.Problems;

/// <summary>Gives every error status that came without a body (no route, wrong method, no key, wrong media type) its problem document.</summary>
internal static class BareStatusProblems
{
    public static Task WriteAsync(StatusCodeContext context) =>
        ProblemDocument.Of(context.HttpContext.Response.StatusCode).WriteAsync(context.HttpContext);
}
