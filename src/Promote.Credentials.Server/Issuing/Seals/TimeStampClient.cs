using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Server.Settings;

namespace Promote.Credentials.Server.Issuing.Seals;

/// <summary>
/// Asks the configured authority for time-stamps (RFC 3161 §3.4, HTTP). The authority learns the hash of a signature, nothing of the
/// document.
/// </summary>
internal sealed class TimeStampClient : IDisposable
{
    /// <summary>A holder waits for the document meanwhile.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>A token with the certificates of its authority has 2 to 8 KiB.</summary>
    private const int MostBytes = 64 * 1024;

    private const int NonceBytes = 16;

    private readonly Uri? authority;
    private readonly TimeSpan patience;
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        MaxResponseContentBufferSize = MostBytes,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public TimeStampClient(SealSettings settings, TimeSpan? patience = null)
    {
        authority = settings.TimeStampAuthority;
        IsRequired = settings.TimeStampRequired;
        this.patience = patience ?? Patience;
    }

    /// <summary>Whether an authority is configured.</summary>
    public bool IsConfigured => authority is not null;

    /// <summary>Whether a document without a time-stamp is not to be issued.</summary>
    public bool IsRequired { get; }

    /// <summary>Asks for a token over a seal's signature. An authority that is away or answers nonsense makes this fail, never throw.</summary>
    /// <param name="seal">A sealed document of level B-B.</param>
    /// <param name="cancellationToken">Of the caller, who gets its exception.</param>
    public async Task<TimeStampResult> StampAsync(ReadOnlyMemory<byte> seal, CancellationToken cancellationToken)
    {
        if (authority is null)
        {
            return TimeStampResult.Failed(TimeStampFailure.NotConfigured, "Promote__Seal__TimeStampAuthority is not set.");
        }

        var query = TimeStampQuery.ForSignature(seal, RandomNumberGenerator.GetBytes(NonceBytes));
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(patience);
        try
        {
            return Judge(query.Read(await AskAsync(query, deadline.Token)));
        }
        catch (HttpRequestException exception)
        {
            return Away(exception.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Away($"no answer within {patience.TotalSeconds:0.#} seconds");
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<byte[]> AskAsync(TimeStampQuery query, CancellationToken cancellationToken)
    {
        using var content = new ReadOnlyMemoryContent(query.Der) { Headers = { ContentType = new MediaTypeHeaderValue("application/timestamp-query") } };
        using var response = await http.PostAsync(authority, content, cancellationToken);
        return response.StatusCode == HttpStatusCode.OK
            ? await response.Content.ReadAsByteArrayAsync(cancellationToken)
            : throw new HttpRequestException($"status {(int)response.StatusCode}");
    }

    private TimeStampResult Away(string why) =>
        TimeStampResult.Failed(TimeStampFailure.Unreachable, $"The time-stamping authority {authority!.GetLeftPart(UriPartial.Path)} does not answer: {why}.");

    private static TimeStampResult Judge(TimeStampAnswer answer) => answer.Granted
        ? new TimeStampResult(null, answer.Token, answer.Detail)
        : TimeStampResult.Failed(TimeStampFailure.Refused, answer.Detail);
}
