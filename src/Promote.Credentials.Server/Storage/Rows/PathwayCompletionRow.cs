using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>A learner completed a pathway: its award follows once, however many awards and nodes find it.</summary>
[Table("pathway_completions")]
[PrimaryKey(nameof(PathwayId), nameof(LearnerId))]
[Index(nameof(LearnerId))]
[Index(nameof(AwardId))]
internal sealed class PathwayCompletionRow
{
    public required string PathwayId { get; init; }

    /// <summary>The learner of the pathway's issuer, who may have been merged into somebody since.</summary>
    public required string LearnerId { get; init; }

    /// <summary>The award with which it was completed.</summary>
    public required string CompletedBy { get; init; }

    /// <summary>The award of the pathway; null while it is to be made.</summary>
    public string? AwardId { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}
