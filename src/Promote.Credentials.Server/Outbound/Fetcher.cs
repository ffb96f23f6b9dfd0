using System.Net;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Server.Outbound;

/// <summary>The one way in which this service fetches what a document names.</summary>
internal sealed class Fetcher(UrlRules rules, KnownReplies replies, OutboundLimits limits, TimeProvider time) : IFetcher
{
    private readonly SingleFlight flights = new();

    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return rules.TryAllow(request.Url, out var url, out var refusal)
            ? await flights.RunAsync($"{request.Kind} {url.AbsoluteUri}", () => FollowAsync(url, request.Kind)).WaitAsync(cancellationToken)
            : refusal;
    }

    // Several callers may wait for it, so that only time ends it and none of them.
    private async Task<FetchResult> FollowAsync(Uri url, FetchKind kind)
    {
        using var deadline = new CancellationTokenSource(limits.Patience, time);
        for (var redirects = 0; ; redirects++)
        {
            var (result, next) = await AskAsync(url, kind, deadline.Token);
            if (next is null)
            {
                return result;
            }

            if (redirects == limits.MaxRedirects)
            {
                return FetchResult.Failed(next, FetchFailure.TooManyRedirects, $"The address leads on more than {limits.MaxRedirects} times.");
            }

            if (!rules.TryAllow(next, out var target, out var refusal))
            {
                return refusal;
            }

            if (url.Scheme == Uri.UriSchemeHttps && target.Scheme != Uri.UriSchemeHttps)
            {
                return FetchResult.Failed(next, FetchFailure.RefusedUrl, "The address leads from https to http.");
            }

            url = target;
        }
    }

    private async Task<(FetchResult Result, Uri? Next)> AskAsync(Uri url, FetchKind kind, CancellationToken cancellationToken)
    {
        try
        {
            var (reply, kept) = await replies.AskAsync(url, kind, cancellationToken);
            return (Judge(reply, kept), reply.Location);
        }
        catch (Exception exception) when (NetworkFailure.TryRead(exception, url, out var failure))
        {
            return (failure, null);
        }
    }

    private static FetchResult Judge(Reply reply, bool kept)
    {
        var host = reply.Url.IdnHost;
        var (failure, detail) = reply.Status switch
        {
            HttpStatusCode.OK => (reply.Failure, reply.Detail),
            HttpStatusCode.NotFound => (FetchFailure.NotFound, $"{host} has nothing at this address."),
            HttpStatusCode.Gone => (FetchFailure.Gone, $"{host} has withdrawn what was at this address."),
            _ => ((FetchFailure?)FetchFailure.HttpStatus, $"{host} answered with status {(int)reply.Status}."),
        };
        return new FetchResult
        {
            Url = reply.Url,
            Failure = failure,
            Detail = detail,
            Status = (int)reply.Status,
            MediaType = reply.MediaType,
            Body = reply.Body,
            RetrievedAt = reply.ReceivedAt,
            FromCache = kept,
        };
    }
}
