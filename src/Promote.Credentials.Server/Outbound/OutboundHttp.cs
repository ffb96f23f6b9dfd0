using System.Net;
using System.Net.Http.Headers;

namespace Promote.Credentials.Server.Outbound;

/// <summary>The one HTTP client for addresses that strangers choose: it takes nothing from its surroundings and hands nothing on.</summary>
internal sealed class OutboundHttp : IDisposable
{
    private static readonly ProductInfoHeaderValue UserAgent = new("Promote.Credentials", null);

    private readonly HttpMessageInvoker http;

    public OutboundHttp(CheckedConnection connection, OutboundTrust trust, OutboundLimits limits) => http = new HttpMessageInvoker(new SocketsHttpHandler
    {
        ConnectCallback = connection.ConnectAsync,
        ConnectTimeout = limits.Patience,
        SslOptions = trust.Options(),

        // Each address is judged before it is asked, that of a redirect too.
        AllowAutoRedirect = false,

        // A proxy of the environment would be asked instead of the addresses that were checked.
        UseProxy = false,
        UseCookies = false,

        // Our trace ids are nobody's business.
        ActivityHeadersPropagator = null,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli,
        MaxConnectionsPerServer = limits.ConnectionsPerHost,
        MaxResponseHeadersLength = limits.MaxHeaderKiB,

        // Whoever answers too much loses the connection instead of sending the rest.
        MaxResponseDrainSize = 0,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(15),
    });

    /// <summary>The head of an answer; its body is not read yet.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // With HTTP/1.1 a connection has one request, so that their number per host is a limit.
        request.Version = HttpVersion.Version11;
        request.Headers.UserAgent.Add(UserAgent);
        return http.SendAsync(request, cancellationToken);
    }

    public void Dispose() => http.Dispose();
}
