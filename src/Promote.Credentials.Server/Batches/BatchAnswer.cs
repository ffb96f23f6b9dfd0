using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Batches;

/// <summary>A batch as the API shows it. Nothing in it is about a person.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">Where it is in its life.</param>
/// <param name="Action">What it does with each of its lines.</param>
/// <param name="Reason">Why awards are changed; nothing where new ones are issued.</param>
/// <param name="Achievement">Id of what is awarded.</param>
/// <param name="Formats">The formats to issue.</param>
/// <param name="DryRun">Whether it is checked and nothing else.</param>
/// <param name="ScheduledFor">When issuing begins; nothing for at once.</param>
/// <param name="Counts">How many lines are where.</param>
/// <param name="Rate">How many lines a second are checked or issued; nothing where nothing runs.</param>
/// <param name="EstimatedEnd">When it is through at this rate; nothing where nothing runs.</param>
/// <param name="Links">Where it is seen.</param>
/// <param name="CreatedAt">When it was sent.</param>
/// <param name="StartedAt">When its lines began to be issued.</param>
/// <param name="FinishedAt">When nothing of it was left to be done.</param>
/// <param name="UpdatedAt">When something became of it last.</param>
internal sealed record BatchAnswer(
    string Id, BatchState State, AwardAction Action, string? Reason, string Achievement, IReadOnlyList<string> Formats, bool DryRun, DateTimeOffset? ScheduledFor, BatchCounts Counts, decimal? Rate, DateTimeOffset? EstimatedEnd, BatchAnswer.BatchLinks Links,
    DateTimeOffset CreatedAt, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>Why the service itself paused it; nothing where it is not paused, or somebody did.</summary>
    public BatchPause? PausedBecause { get; private init; }

    /// <summary>One batch, as it is after a step: how fast it goes is not known yet.</summary>
    public static async Task<BatchAnswer> OfAsync(CredentialsDb db, BatchRow row, CancellationToken cancellationToken) => (await OfAsync(db, [row], cancellationToken))[0];

    /// <summary>Several batches, with one look at their lines.</summary>
    public static async Task<IReadOnlyList<BatchAnswer>> OfAsync(CredentialsDb db, IReadOnlyList<BatchRow> rows, CancellationToken cancellationToken)
    {
        var counts = await BatchCounts.OfAsync(db, rows, cancellationToken);
        return [.. rows.Select(row => Of(row, counts[row.Id], now: null))];
    }

    /// <param name="row">The batch.</param>
    /// <param name="counts">Its lines.</param>
    /// <param name="now">Until when it ran; null where nobody asks how fast.</param>
    public static BatchAnswer Of(BatchRow row, BatchCounts counts, DateTimeOffset? now)
    {
        var (rate, end) = now is { } until ? PaceOf(row, counts, until) : default;
        var address = $"/api/v1/batches/{row.Id}";
        return new(
            row.Id, row.State, row.Action, row.Reason, row.AchievementId, row.FormatNames, row.DryRun, row.ScheduledFor, counts, rate, end, new(address, $"{address}/rows"), row.CreatedAt, row.StartedAt, row.FinishedAt, row.UpdatedAt)
        {
            PausedBecause = row.PausedBecause,
        };
    }

    private static (decimal? Rate, DateTimeOffset? End) PaceOf(BatchRow row, BatchCounts counts, DateTimeOffset now)
    {
        var (through, all) = row.State == BatchState.Running ? (counts.Issued + counts.Failed, counts.Good) : (counts.Good + counts.Bad, counts.Rows);
        if (row.RunningSince is not { } since || through == 0 || (row.RanMilliseconds / 1000.0) + (now - since).TotalSeconds is not (> 0 and var seconds))
        {
            return default;
        }

        var rate = through / seconds;
        return (Math.Round((decimal)rate, 2), DateTimeOffset.FromUnixTimeSeconds((now + TimeSpan.FromSeconds((all - through) / rate)).ToUnixTimeSeconds()));
    }

    /// <summary>Where a batch is seen.</summary>
    /// <param name="Self">The batch.</param>
    /// <param name="Rows">What became of its lines.</param>
    internal sealed record BatchLinks(string Self, string Rows);
}
