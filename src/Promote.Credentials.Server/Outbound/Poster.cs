namespace Promote.Credentials.Server.Outbound;

/// <summary>The one way in which this service sends something to an address that others chose, by the rules of <see cref="Fetcher"/>.</summary>
internal sealed class Poster(UrlRules rules, OutboundHttp http, OutboundLimits limits, TimeProvider time)
{
    /// <summary>One POST. A redirect is an answer like any other and not followed; of the body of an answer nothing is kept.</summary>
    /// <param name="url">Where to.</param>
    /// <param name="body">What.</param>
    /// <param name="headers">Fields of the request, <c>Content-Type</c> among them.</param>
    /// <param name="cancellationToken">Of the caller, who gets its exception.</param>
    public async Task<PostResult> PostAsync(Uri url, ReadOnlyMemory<byte> body, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken)
    {
        if (!rules.TryAllow(url, out var target, out var refusal))
        {
            return PostResult.Failed(refusal);
        }

        using var request = Request(target, body, headers);
        using var patience = new CancellationTokenSource(limits.Patience, time);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            using var response = await http.SendAsync(request, deadline.Token);
            await SkipAsync(response, deadline.Token);
            return PostResult.Answered((int)response.StatusCode);
        }
        catch (Exception exception) when (IsNotOf(exception, cancellationToken) && NetworkFailure.TryRead(exception, target, out var failure))
        {
            return PostResult.Failed(failure);
        }
    }

    private static bool IsNotOf(Exception exception, CancellationToken caller) => exception is not OperationCanceledException || !caller.IsCancellationRequested;

    private static HttpRequestMessage Request(Uri url, ReadOnlyMemory<byte> body, IReadOnlyDictionary<string, string> headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ReadOnlyMemoryContent(body) };
        foreach (var (name, value) in headers)
        {
            if (name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
            {
                request.Content.Headers.Add(name, value);
            }
            else
            {
                request.Headers.Add(name, value);
            }
        }

        return request;
    }

    // The status is known: a body that breaks off or does not end changes nothing.
    private async Task SkipAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await BoundedBody.SkipAsync(await response.Content.ReadAsStreamAsync(cancellationToken), limits.MaxPostAnswerBytes, cancellationToken);
        }
        catch (Exception exception) when (NetworkFailure.TryRead(exception, response.RequestMessage!.RequestUri!, out _))
        {
        }
    }
}
