using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

[Table("awards")]
[Index(nameof(PublicId), IsUnique = true)]
[Index(nameof(HolderId), IsUnique = true)]
[Index(nameof(IssuerId), nameof(CreatedAt), nameof(Id))]
[Index(nameof(AchievementId), nameof(CreatedAt), nameof(Id))]
[Index(nameof(LearnerId))]
[Index(nameof(ReplacesAwardId), IsUnique = true)]
[Index(nameof(RenewsAwardId), IsUnique = true)]
[Index(nameof(AssessmentId), IsUnique = true)]
internal sealed class AwardRow : IListedRow
{
    public required string Id { get; init; }

    public required string IssuerId { get; init; }

    public required string AchievementId { get; init; }

    public required int AchievementVersion { get; init; }

    public required string LearnerId { get; init; }

    /// <summary>The id in the QR code, unrelated to <see cref="Id"/> and <see cref="HolderId"/>.</summary>
    public required string PublicId { get; init; }

    /// <summary>The id in the holder's link, unrelated to <see cref="Id"/> and <see cref="PublicId"/>.</summary>
    public required string HolderId { get; init; }

    [ConcurrencyCheck]
    public required IssuingState State { get; set; }

    /// <summary>Encrypted <see cref="Domain.Awards.AwardProposal"/>.</summary>
    public required byte[] Details { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? IssuedAt { get; set; }

    /// <summary>What an intended award waits for, so that it is finished later; null when it waits for nothing.</summary>
    public AwaitedThing? WaitsFor { get; set; }

    /// <summary>When the holder's page was opened for the first time.</summary>
    public DateTimeOffset? ClaimedAt { get; set; }

    /// <summary>When its documents end; null where they do not, and for awards from before this was kept.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>When it was noticed that its documents ended, so that it is told once.</summary>
    public DateTimeOffset? ExpiredAt { get; set; }

    /// <summary>Since when it holds no more, for ever.</summary>
    [ConcurrencyCheck]
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>Why, for everybody to read.</summary>
    public string? RevocationReason { get; set; }

    /// <summary>Since when it does not hold for the time being.</summary>
    [ConcurrencyCheck]
    public DateTimeOffset? SuspendedAt { get; set; }

    /// <summary>Why, for everybody to read.</summary>
    public string? SuspensionReason { get; set; }

    /// <summary>The award whose place this one takes: written with the promise, so that whoever finishes it revokes the other.</summary>
    public string? ReplacesAwardId { get; init; }

    /// <summary>Why <see cref="ReplacesAwardId"/> is replaced, for everybody to read.</summary>
    public string? ReplacementReason { get; init; }

    /// <summary>The award that took its place.</summary>
    public string? ReplacedByAwardId { get; set; }

    /// <summary>The award that this one renews, which stays as it is.</summary>
    public string? RenewsAwardId { get; init; }

    /// <summary>The award that renews this one.</summary>
    public string? RenewedByAwardId { get; set; }

    /// <summary>The assessment that it follows from; no other award follows from it.</summary>
    public string? AssessmentId { get; init; }

    /// <summary>Whether somebody answers for an assessment that was made elsewhere, because the achievement asks for one.</summary>
    public bool Vouched { get; init; }

    /// <summary>What the record says of it now.</summary>
    [NotMapped]
    public AwardStatus Status => this switch
    {
        { RevokedAt: not null, ReplacedByAwardId: not null } => AwardStatus.Replaced,
        { RevokedAt: not null } => AwardStatus.Revoked,
        { SuspendedAt: not null } => AwardStatus.Suspended,
        _ => AwardStatus.Valid,
    };

    /// <summary>Why it does not hold; null while it does.</summary>
    [NotMapped]
    public string? StatusReason => RevokedAt is null ? SuspensionReason : RevocationReason;

    /// <summary>Since when it does not hold; null while it does.</summary>
    [NotMapped]
    public DateTimeOffset? StatusSince => RevokedAt ?? SuspendedAt;
}
