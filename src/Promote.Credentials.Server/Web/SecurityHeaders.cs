using Microsoft.Net.Http.Headers;
using Promote.Credentials.Server.Settings;

namespace Promote.Credentials.Server.Web;

/// <summary>Headers that every answer carries; a page can make them stricter, none can leave them out.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, PromoteSettings settings)
{
    internal const string ContentSecurityPolicy =
        "default-src 'none'; img-src 'self'; style-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'";

    private const string OneYear = "max-age=31536000";

    private readonly bool https = settings.PublicBaseUrl?.Scheme == Uri.UriSchemeHttps;

    public Task InvokeAsync(HttpContext context)
    {
        // At the last moment, because the exception handler takes all headers away.
        context.Response.OnStarting(Add, context);
        return next(context);
    }

    private Task Add(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.TryAdd("Content-Security-Policy", ContentSecurityPolicy);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.TryAdd("Cache-Control", "no-store");
        if (context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
        {
            // Documents are for the scripts of other sites; a page that stands at the same address is for people.
            headers.Remove(HeaderNames.AccessControlAllowOrigin);
        }

        if (https)
        {
            headers.StrictTransportSecurity = OneYear;
        }

        if (context.Request.Path.StartsWithSegments("/v") || context.Request.Path.StartsWithSegments("/credentials"))
        {
            headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        }

        return Task.CompletedTask;
    }
}
