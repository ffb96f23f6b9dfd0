using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Promote.Credentials.Server.Settings;

/// <summary>One entry of <see cref="OutboundSettings.AllowedHosts"/>.</summary>
/// <param name="Scheme">https, or http for a host that is asked without TLS.</param>
/// <param name="Host">The host as it stands in a connection: in lower case, its Unicode letters in Punycode, IPv6 without brackets.</param>
/// <param name="Port">The one port that is opened.</param>
internal sealed record AllowedHost(string Scheme, string Host, int Port)
{
    private const string Plain = "http://";

    /// <summary>What would make more of an entry than a host and a port: paths, user names, patterns, escapes, zones of IPv6.</summary>
    private static readonly SearchValues<char> Foreign = SearchValues.Create("/\\@?#*% \t,;");

    /// <summary>Whether a host is asked without TLS.</summary>
    public bool IsPlain => Scheme == Uri.UriSchemeHttp;

    /// <summary>Reads <c>host</c>, <c>host:port</c> or <c>http://host:port</c>.</summary>
    public static bool TryRead(string entry, [NotNullWhen(true)] out AllowedHost? host)
    {
        var plain = entry.StartsWith(Plain, StringComparison.Ordinal);
        var authority = plain ? entry[Plain.Length..] : entry;
        host = authority.AsSpan().ContainsAny(Foreign) ? null : Of($"{(plain ? Uri.UriSchemeHttp : Uri.UriSchemeHttps)}://{authority}/");

        // Port 0 is none, and port 80 has to be meant.
        return host is { Host.Length: > 0, Port: > 0 } && (!plain || authority.EndsWith($":{host.Port}", StringComparison.Ordinal));
    }

    private static AllowedHost? Of(string text)
    {
        try
        {
            return Uri.TryCreate(text, UriKind.Absolute, out var url) ? new AllowedHost(url.Scheme, url.IdnHost, url.Port) : null;
        }
        catch (UriFormatException)
        {
            // A host that has no form in ASCII says so only when it is asked for it.
            return null;
        }
    }
}
