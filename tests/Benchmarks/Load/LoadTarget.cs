using System.Net;

namespace Promote.Credentials.Benchmarks.Load;

/// <summary>What a round is run against.</summary>
/// <param name="Name">Name in the printed table.</param>
/// <param name="ProcessId">The server whose processor time is read.</param>
/// <param name="Request">Makes one request.</param>
/// <param name="Expected">The status of a good answer.</param>
internal sealed record LoadTarget(string Name, int ProcessId, Func<HttpRequestMessage> Request, HttpStatusCode Expected = HttpStatusCode.Created)
{
    /// <summary>The same page every time, as JSON.</summary>
    internal static LoadTarget Get(string name, int processId, Uri url) => new(name, processId, () =>
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Accept.Add(new("application/json"));
        return request;
    }, HttpStatusCode.OK);

    /// <summary>The same JSON every time.</summary>
    internal static LoadTarget Post(string name, int processId, Uri url, byte[] json, Action<HttpRequestMessage>? headers = null) =>
        new(name, processId, () =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, url)
            {
                Content = new ByteArrayContent(json) { Headers = { ContentType = new("application/json") } },
            };
            headers?.Invoke(request);
            return request;
        });
}
