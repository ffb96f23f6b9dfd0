using System.Diagnostics.CodeAnalysis;
using System.Net;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Server.Outbound;

/// <summary>Which addresses are asked at all, judged before anything is looked up.</summary>
internal sealed class UrlRules(AllowedHosts allowed, OutboundLimits limits)
{
    private const int HttpsPort = 443;

    /// <summary>Whether an address is asked.</summary>
    /// <param name="url">As a document or a redirect names it.</param>
    /// <param name="target">The address as it is asked for: the host in ASCII, without a fragment.</param>
    /// <param name="refusal">Why it is not.</param>
    public bool TryAllow(Uri url, [NotNullWhen(true)] out Uri? target, [NotNullWhen(false)] out FetchResult? refusal)
    {
        refusal = TryWrite(url, out target)
            ? Judge(url, target)
            : Refused(url, $"What the document names is no address of a host on the web with at most {limits.MaxUrlLength} letters.");
        return refusal is null;
    }

    /// <summary>
    /// The address that is judged is the one that is asked for. Its host is <see cref="Uri.IdnHost"/>: for <see cref="Uri.Host"/>
    /// <c>①②⑦.0.0.1</c> is a name, and what looks like a slash or a colon in one only becomes it when written in ASCII (UTS 46).
    /// </summary>
    private bool TryWrite(Uri url, [NotNullWhen(true)] out Uri? target)
    {
        target = null;
        try
        {
            return url.OriginalString.Length <= limits.MaxUrlLength
                && url is { IsAbsoluteUri: true, Scheme: "http" or "https" }
                && Uri.CheckHostName(url.IdnHost) != UriHostNameType.Unknown
                // The zone of an IPv6 address (RFC 6874) would choose one of our network cards.
                && !url.IdnHost.Contains('%')
                && Uri.TryCreate(new UriBuilder(url.Scheme, url.IdnHost, url.Port, url.AbsolutePath, url.Query).Uri.AbsoluteUri, UriKind.Absolute, out target)
                && target.AbsoluteUri.Length <= limits.MaxUrlLength;
        }
        catch (UriFormatException)
        {
            return false;
        }
    }

    private FetchResult? Judge(Uri url, Uri target)
    {
        if (url.UserInfo.Length > 0 || target.UserInfo.Length > 0)
        {
            return Refused(url, "An address with a user name in it is not fetched.");
        }

        if (allowed.Contains(target.Scheme, target.IdnHost, target.Port))
        {
            return null;
        }

        if (target.Scheme != Uri.UriSchemeHttps || target.Port != HttpsPort)
        {
            return Refused(url, "Only https addresses on port 443 are fetched.");
        }

        return IPAddress.TryParse(target.IdnHost, out var address) && SpecialAddresses.Contains(address)
            ? FetchResult.Failed(url, FetchFailure.RefusedAddress, RefusedAddressException.Sentence)
            : null;
    }

    private static FetchResult Refused(Uri url, string detail) => FetchResult.Failed(url, FetchFailure.RefusedUrl, detail);
}
