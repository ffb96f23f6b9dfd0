using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Web;

/// <summary>
/// One line a request. It names the route's pattern, never the path: ids in paths lead to documents,
/// and nothing that a client wrote gets into the log.
/// </summary>
internal sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> log, TimeProvider time)
{
    private const string NoRoute = "(no route)";

    public async Task InvokeAsync(HttpContext context)
    {
        var start = time.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            Log.RequestAnswered(
                log,
                HttpMethods.GetCanonicalizedValue(context.Request.Method) is var method && IsKnown(method) ? method : "(other)",
                RouteOf(context),
                context.Response.StatusCode,
                Math.Round(time.GetElapsedTime(start).TotalMilliseconds, 2),
                context.Features.Get<Client>()?.KeyId ?? "-",
                Activity.Current?.TraceId.ToHexString() ?? "-");
        }
    }

    // The exception handler takes the endpoint away and keeps it in its feature.
    private static string RouteOf(HttpContext context) =>
        (context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint) is RouteEndpoint endpoint
            ? "/" + endpoint.RoutePattern.RawText?.TrimStart('/')
            : NoRoute;

    private static bool IsKnown(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsPost(method) || HttpMethods.IsPut(method) || HttpMethods.IsDelete(method)
        || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsPatch(method);
}
