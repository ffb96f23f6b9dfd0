namespace Promote.Credentials.Server.Web;

/// <summary>Pages have no scripts, but for those that ask a browser for a passkey, which nothing else can, and for those that follow what is under way.</summary>
internal static class OwnScript
{
    private const string Directives = "; script-src 'self'; connect-src 'self'";

    /// <summary>Lets a page use files of this service as scripts, and those ask this service; nothing inline, and nobody else's.</summary>
    public static void Allow(HttpContext context) => context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.ContentSecurityPolicy + Directives;
}
