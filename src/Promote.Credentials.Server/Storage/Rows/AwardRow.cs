using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

[Table("awards")]
[Index(nameof(PublicId), IsUnique = true)]
[Index(nameof(HolderId), IsUnique = true)]
[Index(nameof(IssuerId), nameof(CreatedAt), nameof(Id))]
[Index(nameof(LearnerId))]
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

    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>Why, for everybody to read.</summary>
    public string? RevocationReason { get; set; }
}
