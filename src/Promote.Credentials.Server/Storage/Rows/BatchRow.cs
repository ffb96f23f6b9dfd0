using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>Many awards of one achievement: new ones from one file, or a change of those that there are.</summary>
[Table("batches")]
[Index(nameof(IssuerId), nameof(CreatedAt), nameof(Id))]
[Index(nameof(IssuerId), nameof(KeyHash), IsUnique = true)]
internal sealed class BatchRow : IListedRow
{
    public required string Id { get; init; }

    public required string IssuerId { get; init; }

    public required string AchievementId { get; init; }

    /// <summary>What is done with each of its lines.</summary>
    public AwardAction Action { get; init; } = AwardAction.Issue;

    /// <summary>Why awards are changed, for everybody to read; null where new ones are issued.</summary>
    public string? Reason { get; init; }

    /// <summary>Encrypted <see cref="BatchChange"/>; null where new awards are issued.</summary>
    public byte[]? Change { get; init; }

    /// <summary>Names of formats, separated by one space; empty where nothing is issued.</summary>
    public required string Formats { get; init; }

    [ConcurrencyCheck]
    public required BatchState State { get; set; }

    /// <summary>Whether it is checked and nothing else.</summary>
    public required bool DryRun { get; init; }

    /// <summary>Whether it is issued without being confirmed, if every line is good.</summary>
    public required bool Confirm { get; init; }

    /// <summary>Whether who sent it answers for assessments that were made elsewhere.</summary>
    public required bool Vouched { get; init; }

    /// <summary>Who sent it: id of an API key or of a person.</summary>
    public required string StartedBy { get; init; }

    /// <summary>Encrypted <see cref="BatchSender"/>, so that nobody awards to themselves; null for an API key.</summary>
    public byte[]? Sender { get; init; }

    /// <summary>Keyed hash of the Idempotency-Key; null where there was none.</summary>
    public byte[]? KeyHash { get; init; }

    /// <summary>Hash, by the batch's own key, of what was asked for and of the file.</summary>
    public required byte[] BodyHash { get; init; }

    /// <summary>Id of the master key that wraps <see cref="WrappedKey"/>.</summary>
    public required string KeyId { get; init; }

    /// <summary>The key that its lines are encrypted with.</summary>
    public required byte[] WrappedKey { get; init; }

    /// <summary>How many lines it has.</summary>
    public required int Lines { get; init; }

    /// <summary>When issuing begins; null for at once.</summary>
    public DateTimeOffset? ScheduledFor { get; init; }

    /// <summary>When it was decided that its good lines are issued; none is before.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>Until when one node works on it.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>When its lines began to be issued; null where they did not.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When nothing of it was left to be done, or somebody ended it.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Since when it is checked or issued without a pause; null while it is not.</summary>
    public DateTimeOffset? RunningSince { get; set; }

    /// <summary>How long it was checked, or issued, before its last pause.</summary>
    public long RanMilliseconds { get; set; }

    /// <summary>Why the service itself paused it; null where it is not paused, or somebody did.</summary>
    public BatchPause? PausedBecause { get; set; }

    /// <summary>JSON of its <see cref="BatchCounts"/> once it is done, so that nobody counts its lines again; null while they change.</summary>
    public string? Counted { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The formats that it issues.</summary>
    [NotMapped]
    public IReadOnlyList<string> FormatNames => Formats.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether lines of it are issued now.</summary>
    public bool IsIssuedAt(DateTimeOffset now) => State == BatchState.Running && ConfirmedAt is not null && !(ScheduledFor > now);

    /// <summary>Goes on to a state, and keeps the time that its rate is told by.</summary>
    public void Go(BatchState to, DateTimeOffset now)
    {
        if (to != State)
        {
            // Checking and issuing have rates of their own.
            var begins = to == BatchState.Running && State is not (BatchState.Paused or BatchState.Done);
            RanMilliseconds = begins ? 0 : RanMilliseconds + Math.Max(0, (long)((now - RunningSince)?.TotalMilliseconds ?? 0));
            var from = to == BatchState.Running && ScheduledFor > now ? ScheduledFor.Value : now;
            RunningSince = to is BatchState.Validating or BatchState.Running ? from : null;
            StartedAt = to == BatchState.Running ? StartedAt ?? from : StartedAt;
            FinishedAt = to is BatchState.Done or BatchState.Cancelled ? now : null;
            Counted = null;
        }

        (State, PausedBecause, UpdatedAt) = (to, null, now);
    }
}
