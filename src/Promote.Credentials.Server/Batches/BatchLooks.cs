using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Batches;

/// <summary>
/// Looks at batches for everybody who watches them: whoever asks within half a second shares a look. Counting a million lines takes
/// longer, so that the next count waits until counting takes a twentieth of the time; where a batch is in its life is always told as it is.
/// </summary>
internal sealed class BatchLooks(IServiceScopeFactory scopes, TimeProvider time) : IDisposable
{
    /// <summary>How often there is something new at most.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private const int Share = 20;

    private readonly MemoryCache looks = new(new MemoryCacheOptions());

    // One look at a batch at a time: whoever waits for it finds it.
    private readonly ConcurrentDictionary<int, SemaphoreSlim> turns = new();

    /// <summary>The batch as it is; null where the issuer has none of this id.</summary>
    public async Task<BatchAnswer?> NowAsync(string issuerId, string id, CancellationToken cancellationToken) =>
        RandomId.IsOne(id) && await AnswerAsync(id, shared: false, cancellationToken) is { } look && look.IssuerId == issuerId ? look.Answer : null;

    /// <summary>The batch as it was half a second ago or later.</summary>
    public async Task<BatchAnswer?> LatelyAsync(string issuerId, string id, CancellationToken cancellationToken) =>
        RandomId.IsOne(id) && await AnswerAsync(id, shared: true, cancellationToken) is { } look && look.IssuerId == issuerId ? look.Answer : null;

    public void Dispose() => looks.Dispose();

    private async Task<Look?> AnswerAsync(string id, bool shared, CancellationToken cancellationToken)
    {
        var turn = turns.GetOrAdd(id.GetHashCode(StringComparison.Ordinal) & 63, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            var last = looks.Get<Look>(id);
            return shared && last is not null && time.GetElapsedTime(last.At) < Pause ? last : await LookAsync(id, last, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<Look?> LookAsync(string id, Look? last, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CredentialsDb>();
        if (await db.Batches.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } row)
        {
            return null;
        }

        var (counts, counted, took) = last is not null && last.Answer.State == row.State && row.Counted is null && IsFresh(last)
            ? (last.Answer.Counts, last.CountedAt, last.Took)
            : await CountAsync(db, row, cancellationToken);
        var look = new Look(row.IssuerId, BatchAnswer.Of(row, counts, time.GetUtcNow()), time.GetTimestamp(), counted, took);
        return looks.Set(id, look, TimeSpan.FromMinutes(1));
    }

    private bool IsFresh(Look look) => time.GetElapsedTime(look.CountedAt) < (Pause > look.Took * Share ? Pause : look.Took * Share);

    private async Task<(BatchCounts Counts, long At, TimeSpan Took)> CountAsync(CredentialsDb db, BatchRow row, CancellationToken cancellationToken)
    {
        var before = time.GetTimestamp();
        var counts = (await BatchCounts.OfAsync(db, [row], cancellationToken))[row.Id];
        return (counts, time.GetTimestamp(), time.GetElapsedTime(before));
    }

    private sealed record Look(string IssuerId, BatchAnswer Answer, long At, long CountedAt, TimeSpan Took);
}
