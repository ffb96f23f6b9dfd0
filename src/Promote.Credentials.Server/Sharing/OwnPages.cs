using Microsoft.Net.Http.Headers;
using Promote.Credentials.Server.Settings;

namespace Promote.Credentials.Server.Sharing;

/// <summary>
/// Tells a form that one of our pages sent from one that another site sent. What lets somebody act is the unguessable address
/// of the page, which another site does not know; this stops it even where it does.
/// </summary>
internal sealed class OwnPages(PromoteSettings settings)
{
    private const string SecFetchSite = "Sec-Fetch-Site";

    /// <summary>Whether nothing that the browser says points to another site.</summary>
    public bool Sent(HttpRequest request)
    {
        // https://w3c.github.io/webappsec-fetch-metadata/ §2.3: none is the reader's own doing, such as sending a form again.
        var site = request.Headers[SecFetchSite].ToString();
        if (site.Length > 0)
        {
            return site is "same-origin" or "none";
        }

        // Over plain http and in older browsers only Origin is left. Under our Referrer-Policy no-referrer our own forms have
        // the origin null (Fetch §3.2, "append a request Origin header"), so null tells nothing.
        var origin = request.Headers[HeaderNames.Origin].ToString();
        return origin is "" or "null" || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && IsOurs(from, request));
    }

    // Behind a proxy the request may come with another scheme than the reader sees.
    private bool IsOurs(Uri from, HttpRequest request) =>
        from.Authority == settings.PublicBaseUrl!.Authority || from.Authority == request.Host.Value;
}
