using Promote.Credentials.Server.People;
using Promote.Credentials.Server.Settings;

namespace Promote.Credentials.Server.Desk;

/// <summary>Binds the answer of a passkey to the browser that was asked. It goes nowhere but here, and lasts no longer than the question.</summary>
internal static class PasskeyCookie
{
    private const string Secure = "__Host-promote-passkey";
    private const string Plain = "promote-passkey";

    public static void Write(HttpContext context, SecretToken token) => context.Response.Cookies.Append(NameFor(context), token.Text, Options(context));

    /// <summary>What the browser brought back; it is asked to forget it.</summary>
    public static string? Take(HttpContext context)
    {
        var token = context.Request.Cookies[NameFor(context)];
        context.Response.Cookies.Delete(NameFor(context), Options(context));
        return token;
    }

    private static bool IsSecure(HttpContext context) => context.RequestServices.GetRequiredService<PromoteSettings>().PublicBaseUrl!.Scheme == Uri.UriSchemeHttps;

    private static string NameFor(HttpContext context) => IsSecure(context) ? Secure : Plain;

    private static CookieOptions Options(HttpContext context) =>
        new() { HttpOnly = true, Secure = IsSecure(context), SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true, MaxAge = PasskeyChallenges.Lasts };
}
