using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Promote.Credentials.Proofs.Dids;

/// <summary>did:web: an identifier that is an https address, written with colons (did:web method, §2).</summary>
public static class DidWeb
{
    private const string Prefix = "did:web:";

    /// <summary>idchar of DID 1.0 §3.1 without the percent sign.</summary>
    private static readonly SearchValues<char> IdChars = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_");

    /// <summary>The DID of an issuer's address: <c>https://coe.example:8443/issuers/a</c> is <c>did:web:coe.example%3A8443:issuers:a</c>.</summary>
    /// <exception cref="ArgumentException">The address is not https, or has user info, a query, a fragment, an IP address or an empty segment.</exception>
    public static string For(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!url.IsAbsoluteUri || url.Scheme != Uri.UriSchemeHttps || url.HostNameType != UriHostNameType.Dns
            || url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0)
        {
            throw new ArgumentException("A did:web issuer is a plain https address with a domain name.", nameof(url));
        }

        var did = new StringBuilder(Prefix).Append(url.IdnHost);
        if (!url.IsDefaultPort)
        {
            did.Append("%3A").Append(url.Port);
        }
        if (url.AbsolutePath != "/")
        {
            foreach (string segment in url.AbsolutePath[1..].Split('/'))
            {
                did.Append(':').Append(IsSegment(segment) ? segment : throw new ArgumentException($"did:web cannot write the path segment \"{segment}\".", nameof(url)));
            }
        }
        return did.ToString();
    }

    /// <summary>
    /// Where the document of a did:web is served: <c>/.well-known/did.json</c> of a bare domain, else <c>did.json</c> below the path.
    /// False for a DID URL (fragment, path, query), an IP address, or a segment that would leave the path.
    /// </summary>
    public static bool TryDocumentUrl(string did, [NotNullWhen(true)] out Uri? url)
    {
        ArgumentNullException.ThrowIfNull(did);
        url = null;
        if (!did.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        string[] parts = did[Prefix.Length..].Split(':');
        string path = parts.Length == 1 ? ".well-known" : string.Join('/', parts[1..]);
        return TryAuthority(parts[0], out string? authority)
            && parts.Skip(1).All(IsSegment)
            && Uri.TryCreate($"https://{authority}/{path}/did.json", UriKind.Absolute, out url)
            && url.HostNameType == UriHostNameType.Dns;
    }

    /// <summary>The first part: a domain name and, behind <c>%3A</c>, a port.</summary>
    private static bool TryAuthority(string part, [NotNullWhen(true)] out string? authority)
    {
        string[] hostAndPort = part.Replace("%3a", "%3A", StringComparison.Ordinal).Split("%3A");
        authority = string.Join(':', hostAndPort);
        return IsPlain(hostAndPort[0])
            && (hostAndPort.Length == 1 || (hostAndPort.Length == 2 && ushort.TryParse(hostAndPort[1], System.Globalization.NumberStyles.None, null, out ushort port) && port > 0));
    }

    /// <summary>Letters, digits, dot, hyphen and underscore, and not a step to another folder.</summary>
    private static bool IsSegment(string segment) => IsPlain(segment) && segment is not ("." or "..");

    private static bool IsPlain(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExcept(IdChars);
}
