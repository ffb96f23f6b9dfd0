using System.Net;
using System.Net.Http.Headers;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Server.Outbound;

/// <summary>One GET to one address that was judged before.</summary>
internal sealed class Exchange(OutboundHttp http, TimeProvider time)
{
    /// <summary>Asks, with a condition when an older answer is known (RFC 9111 §4.3.1).</summary>
    /// <exception cref="HttpRequestException">No answer.</exception>
    /// <exception cref="IOException">An answer without an end.</exception>
    public async Task<Reply> AskAsync(Uri url, FetchKind kind, Reply? known, CancellationToken cancellationToken)
    {
        using var request = Request(url, kind, known);
        var askedAt = time.GetUtcNow();
        using var response = await http.SendAsync(request, cancellationToken);
        var receivedAt = time.GetUtcNow();
        var head = new Reply
        {
            Url = url,
            Status = response.StatusCode,
            Location = LocationOf(response, url),
            MediaType = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant(),
            Rules = CacheRules.Of(response, receivedAt),
            BornAt = receivedAt - AgeOf(response, askedAt, receivedAt),
            ReceivedAt = receivedAt,
            Tag = response.Headers.ETag?.ToString(),
            LastModified = response.Content.Headers.LastModified,
        };
        return response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Gone ? await WithBodyAsync(head, response, kind, cancellationToken) : head;
    }

    private static HttpRequestMessage Request(Uri url, FetchKind kind, Reply? known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        foreach (var mediaType in kind.MediaTypes)
        {
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(mediaType));
        }

        if (known?.Tag is { } tag)
        {
            request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(tag));
        }
        else
        {
            request.Headers.IfModifiedSince = known?.LastModified;
        }

        return request;
    }

    private static async Task<Reply> WithBodyAsync(Reply head, HttpResponseMessage response, FetchKind kind, CancellationToken cancellationToken)
    {
        // What is still packed here was packed in a way that nobody asked for.
        if (!kind.MediaTypes.Contains(head.MediaType) || response.Content.Headers.ContentEncoding.Count > 0)
        {
            return head with { Failure = FetchFailure.RefusedMediaType, Detail = $"{head.Url.IdnHost} sent something else than what belongs there." };
        }

        var body = response.Content.Headers.ContentLength > kind.MaxBytes
            ? null
            : await BoundedBody.ReadAsync(await response.Content.ReadAsStreamAsync(cancellationToken), kind.MaxBytes, cancellationToken);
        return body is null
            ? head with { Failure = FetchFailure.TooLarge, Detail = $"{head.Url.IdnHost} sent more than {kind.MaxBytes / 1024} KiB." }
            : head with { Body = body };
    }

    private static Uri? LocationOf(HttpResponseMessage response, Uri url) => response.StatusCode
        is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
        && response.Headers.Location is { } location && Uri.TryCreate(url, location, out var next) ? next : null;

    // RFC 9111 §4.2.3.
    private static TimeSpan AgeOf(HttpResponseMessage response, DateTimeOffset askedAt, DateTimeOffset receivedAt)
    {
        var apparent = receivedAt - (response.Headers.Date ?? receivedAt);
        var corrected = (response.Headers.Age ?? TimeSpan.Zero) + (receivedAt - askedAt);
        return apparent > corrected ? apparent : corrected;
    }
}
