using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Promote.Credentials.Server.Tests.Outbound;

namespace Promote.Credentials.Server.Tests.Webhooks;

/// <summary>A training platform on loopback: keeps what it gets, and answers as the test says.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<Received> messages = [];
    private Stub stub = null!;

    private Receiver()
    {
    }

    /// <summary>The entry of <c>Promote__Outbound__AllowedHosts</c> that opens it.</summary>
    public string Host => $"http://{stub.Plain}";

    /// <summary>The setting that opens it.</summary>
    public (string Name, string? Value) Setting => ("Promote__Outbound__AllowedHosts__0", Host);

    /// <summary>What it answers at a path; 204 where the test says nothing.</summary>
    public ConcurrentDictionary<string, Func<HttpContext, Task>> Answers { get; } = [];

    public static async Task<Receiver> StartAsync()
    {
        var receiver = new Receiver();
        receiver.stub = await Stub.StartAsync(receiver.TakeAsync);
        return receiver;
    }

    public static Task StatusAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    public string Url(string path) => $"{Host}/{path}";

    /// <summary>What came to a path so far.</summary>
    public IReadOnlyList<Received> At(string path) => [.. messages.Where(message => message.Path == $"/{path}")];

    /// <summary>What came to a path, as soon as there are so many.</summary>
    public async Task<IReadOnlyList<Received>> UntilAsync(string path, int count)
    {
        var started = Stopwatch.GetTimestamp();
        while (At(path).Count < count)
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < Patience, $"Only {At(path).Count} of {count} messages came.");
            await Task.Delay(20);
        }

        return At(path);
    }

    public ValueTask DisposeAsync() => stub.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = context.Request.Headers;
        messages.Enqueue(new(context.Request.Path, headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString(), headers["webhook-signature"].ToString(), context.Request.ContentType, body.ToArray()));
        await (Answers.TryGetValue(context.Request.Path.Value!.Trim('/'), out var answer) ? answer(context) : StatusAsync(context, 204));
    }
}
