using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>
/// The statements that the database is asked in answer to one request each, told apart by the trace that the request names
/// (W3C Trace Context). How long an answer takes is as good as how many of them there are, and can be counted.
/// </summary>
internal sealed class Statements : IDisposable, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly ConcurrentQueue<(ActivityTraceId Trace, string Text)> asked = new();
    private readonly ConcurrentQueue<IDisposable> subscriptions = new();

    public Statements() => subscriptions.Enqueue(DiagnosticListener.AllListeners.Subscribe(this));

    /// <summary>Sends a request, and answers what came back with the statements that it took.</summary>
    public async Task<(HttpResponseMessage Answer, IReadOnlyList<string> Asked)> SendAsync(HttpClient client, HttpRequestMessage request)
    {
        var trace = ActivityTraceId.CreateRandom();
        request.Headers.TryAddWithoutValidation("traceparent", $"00-{trace.ToHexString()}-{ActivitySpanId.CreateRandom().ToHexString()}-01");
        var answer = await client.SendAsync(request);
        await answer.Content.LoadIntoBufferAsync();
        return (answer, [.. asked.Where(one => one.Trace == trace).Select(one => one.Text)]);
    }

    public void Dispose()
    {
        foreach (var subscription in subscriptions)
        {
            subscription.Dispose();
        }
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
        {
            subscriptions.Enqueue(value.Subscribe(this));
        }
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData data && value.Key == RelationalEventId.CommandExecuting.Name && Activity.Current is { } request)
        {
            asked.Enqueue((request.TraceId, data.Command.CommandText));
        }
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }
}
