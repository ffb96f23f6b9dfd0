using Promote.Credentials.Server.People;

namespace Promote.Credentials.Server.Desk;

/// <summary>The cookie of a session. Behind https its prefix keeps other hosts from setting one (RFC 6265bis §4.1.3.2).</summary>
internal static class SessionCookie
{
    private const string Secure = "__Host-promote";
    private const string Plain = "promote";

    public static string? Read(HttpContext context) => context.Request.Cookies[NameFor(context)];

    public static void Write(HttpContext context, SecretToken token) => context.Response.Cookies.Append(NameFor(context), token.Text, Options(context));

    public static void Delete(HttpContext context) => context.Response.Cookies.Delete(NameFor(context), Options(context));

    private static bool IsSecure(HttpContext context) =>
        context.RequestServices.GetRequiredService<Settings.PromoteSettings>().PublicBaseUrl!.Scheme == Uri.UriSchemeHttps;

    private static string NameFor(HttpContext context) => IsSecure(context) ? Secure : Plain;

    // It ends with the browser; the session itself ends earlier.
    private static CookieOptions Options(HttpContext context) =>
        new() { HttpOnly = true, Secure = IsSecure(context), SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };
}
