namespace Promote.Credentials.Benchmarks.Load;

/// <summary>What a round is run against.</summary>
/// <param name="Name">Name in the printed table.</param>
/// <param name="ProcessId">The server whose processor time is read.</param>
/// <param name="Request">Makes one request.</param>
internal sealed record LoadTarget(string Name, int ProcessId, Func<HttpRequestMessage> Request)
{
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
