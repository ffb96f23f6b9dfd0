using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Verification;

/// <summary>
/// What one verification may fetch. A document can name as many addresses as its author likes; without a limit it would make this
/// service ask all of them. An address that was asked for once is not asked again.
/// </summary>
/// <param name="fetcher">Fetches.</param>
/// <param name="time">Measures the time since the first request.</param>
public sealed class FetchBudget(IFetcher fetcher, TimeProvider time) : IFetcher, IDisposable
{
    /// <summary>Most different addresses of one verification. Redirects belong to the request that met them.</summary>
    public const int MaxRequests = 8;

    private readonly Lock gate = new();
    private readonly Dictionary<(string Url, FetchKind Kind), Lazy<Task<FetchResult>>> asked = [];
    private CancellationTokenSource? deadline;

    /// <summary>Longest time between the first request and the last answer.</summary>
    public static TimeSpan MaxTime { get; } = TimeSpan.FromSeconds(5);

    /// <summary>How many requests were made.</summary>
    public int Requests
    {
        get
        {
            lock (gate)
            {
                return asked.Count;
            }
        }
    }

    /// <summary>Fetches, or answers <see cref="FetchFailure.BudgetSpent"/>.</summary>
    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        return Find(request) is { } answer ? await answer.Value.WaitAsync(cancellationToken) : Spent(request, $"asked for more than {MaxRequests} other documents");
    }

    /// <summary>Ends what still runs.</summary>
    public void Dispose()
    {
        deadline?.Cancel();
        deadline?.Dispose();
    }

    /// <summary>The answer of an address, whoever asks first; null when there is no request left.</summary>
    private Lazy<Task<FetchResult>>? Find(FetchRequest request)
    {
        var address = (request.Url.IsAbsoluteUri ? request.Url.AbsoluteUri.Split('#')[0] : request.Url.OriginalString, request.Kind);
        lock (gate)
        {
            if (!asked.TryGetValue(address, out var answer) && asked.Count < MaxRequests)
            {
                deadline ??= new CancellationTokenSource(MaxTime, time);
                var end = deadline.Token;
                answer = new Lazy<Task<FetchResult>>(() => RunAsync(request, end));
                asked.Add(address, answer);
            }

            return answer;
        }
    }

    // One answer for all who ask: the time of the verification ends it, not the patience of one of them.
    private async Task<FetchResult> RunAsync(FetchRequest request, CancellationToken end)
    {
        try
        {
            end.ThrowIfCancellationRequested();
            return await fetcher.FetchAsync(request, end).WaitAsync(end);
        }
        catch (OperationCanceledException)
        {
            return Spent(request, $"took longer than {MaxTime.TotalSeconds:0} seconds for other documents");
        }
    }

    private static FetchResult Spent(FetchRequest request, string why) =>
        FetchResult.Failed(request.Url, FetchFailure.BudgetSpent, $"The verification {why}.");
}
