using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Promote.Credentials.Server.Tests.Fixtures;

/// <summary>A time-stamping authority on loopback (RFC 3161 §3.4): what it answers is up to the test.</summary>
internal sealed class TimeStampServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private TimeStampServer(WebApplication app) => this.app = app;

    public Uri Url => new($"{app.Urls.Single()}/tsr");

    /// <summary>The content type of the last query.</summary>
    public string? ContentType { get; private set; }

    public static async Task<TimeStampServer> StartAsync(Func<byte[], HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new TimeStampServer(builder.Build());
        server.app.MapPost("/tsr", async context =>
        {
            server.ContentType = context.Request.ContentType;
            using var query = new MemoryStream();
            await context.Request.Body.CopyToAsync(query);
            await answer(query.ToArray(), context);
        });
        await server.app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
