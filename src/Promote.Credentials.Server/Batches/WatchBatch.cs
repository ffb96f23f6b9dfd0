using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Json;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Batches;

/// <summary>
/// Tells how far a batch is as it goes on, by server-sent events (HTML Standard §9.2): one at once, then one whenever something changed, twice a
/// second at most, until the batch is over. It looks at the database, so that any node can tell what another one does.
/// </summary>
internal sealed class WatchBatch(BatchLooks looks, WatchSeats seats, IHostApplicationLifetime host, TimeProvider time) : ControllerBase
{
    private const string LastOne = "end";
    private const string RetryAfterSeconds = "10";

    // So that no proxy takes a silent stream for a dead one.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    // Whoever still watches asks again, and is asked for the right again.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    [HttpGet("/api/v1/batches/{id}/events"), Access(Scope.AwardsRead)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        var client = HttpContext.Client;
        if (await looks.NowAsync(client.IssuerId, id, cancellationToken) is not { } first)
        {
            return Refused.NotFound();
        }

        // §9.2.3: a browser whose stream ended asks for it again; this status tells it that nothing more comes.
        if (IsOver(first) && Request.Headers["Last-Event-ID"] == LastOne)
        {
            return NoContent();
        }

        using var seat = seats.Take(client.KeyId);
        if (seat is null)
        {
            Response.Headers.RetryAfter = RetryAfterSeconds;
            return new Refused(RefusalCode.TooManyRequests, "", $"A client watches {WatchSeats.Most} batches at a time at most.");
        }

        using var until = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, host.ApplicationStopping);
        until.CancelAfter(Longest);
        try
        {
            await TellAsync(client.IssuerId, first, until.Token);
        }
        catch (Exception ended) when (ended is OperationCanceledException || StorageUnavailable.IsCauseOf(ended))
        {
            // It was long enough, or this node cannot tell any more: whoever watches asks again.
        }

        return new EmptyResult();
    }

    private async Task TellAsync(string issuerId, BatchAnswer first, CancellationToken cancellationToken)
    {
        HttpContext.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        Response.ContentType = "text/event-stream";
        Response.Headers["X-Accel-Buffering"] = "no";
        var (told, at) = ((BatchAnswer?)null, time.GetTimestamp());
        for (var now = first; now is not null; now = await looks.LatelyAsync(issuerId, first.Id, cancellationToken))
        {
            if (told is null || told.State != now.State || told.Counts != now.Counts)
            {
                await WriteAsync($"event: batch\n{(IsOver(now) ? $"id: {LastOne}\n" : "")}data: {JsonSerializer.Serialize(now, ApiJson.Options)}\n\n", cancellationToken);
                (told, at) = (now, time.GetTimestamp());
            }
            else if (time.GetElapsedTime(at) >= Heartbeat)
            {
                await WriteAsync(":\n\n", cancellationToken);
                at = time.GetTimestamp();
            }

            if (IsOver(now))
            {
                return;
            }

            await Task.Delay(BatchLooks.Pause, time, cancellationToken);
        }
    }

    private async Task WriteAsync(string text, CancellationToken cancellationToken)
    {
        await Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
        await Response.Body.FlushAsync(cancellationToken);
    }

    private static bool IsOver(BatchAnswer batch) => batch.State is BatchState.Done or BatchState.Cancelled;
}
