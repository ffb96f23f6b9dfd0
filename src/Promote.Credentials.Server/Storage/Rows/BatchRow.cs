using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>Many awards of one achievement from one file.</summary>
[Table("batches")]
[Index(nameof(IssuerId), nameof(CreatedAt), nameof(Id))]
[Index(nameof(IssuerId), nameof(KeyHash), IsUnique = true)]
internal sealed class BatchRow : IListedRow
{
    public required string Id { get; init; }

    public required string IssuerId { get; init; }

    public required string AchievementId { get; init; }

    /// <summary>Names of formats, separated by one space.</summary>
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

    /// <summary>Until when one node works on it.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }
}
