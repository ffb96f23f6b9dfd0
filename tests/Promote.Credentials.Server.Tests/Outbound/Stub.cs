using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;

namespace Promote.Credentials.Server.Tests.Outbound;

/// <summary>Somebody else's server on loopback, with TLS and without: what it answers is up to the test.</summary>
internal sealed class Stub : IAsyncDisposable
{
    private readonly WebApplication app;

    private Stub(WebApplication app) => this.app = app;

    /// <summary>Where it speaks TLS.</summary>
    public IPEndPoint Tls => EndPoint("https");

    /// <summary>Where it does not.</summary>
    public IPEndPoint Plain => EndPoint("http");

    /// <summary>Every request, as host and path with query.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>The fields of the last request.</summary>
    public IHeaderDictionary? Headers { get; private set; }

    public static async Task<Stub> StartAsync(Func<HttpContext, Task> answer, X509Certificate2? certificate = null)
    {
        // Offline: the server does not look for the issuer of its own certificate.
        var tls = new SslServerAuthenticationOptions { ServerCertificateContext = SslStreamCertificateContext.Create(certificate ?? StubCertificate.Instance, null, offline: true) };
        var handshake = new TlsHandshakeCallbackOptions { OnConnection = _ => ValueTask.FromResult(tls) };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(handshake));
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        var stub = new Stub(builder.Build());
        stub.app.Run(context =>
        {
            stub.Requests.Enqueue($"{context.Request.Host}{context.Request.Path}{context.Request.QueryString}");
            stub.Headers = new HeaderDictionary(context.Request.Headers.ToDictionary());
            return answer(context);
        });
        await stub.app.StartAsync();
        return stub;
    }

    /// <summary>A server that answers all with the same JSON.</summary>
    public static Task<Stub> StartAsync() => StartAsync(context => JsonAsync(context));

    public static Task JsonAsync(HttpContext context, string json = """{"a":1}""")
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private IPEndPoint EndPoint(string scheme) => new(IPAddress.Loopback, new Uri(app.Urls.Single(url => url.StartsWith(scheme + ":", StringComparison.Ordinal))).Port);
}
