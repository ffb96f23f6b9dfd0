using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>A learner completed a pathway: its award follows once, however many awards and nodes find it.</summary>
[Table("pathway_completions")]
[PrimaryKey(nameof(PathwayId), nameof(Learner))]
internal sealed class PathwayCompletionRow
{
    public required string PathwayId { get; init; }

    /// <summary>Keyed hash of the learner, as the pathway's issuer knows them.</summary>
    public required byte[] Learner { get; init; }

    /// <summary>The award with which it was completed.</summary>
    public required string CompletedBy { get; init; }

    /// <summary>The award of the pathway; null while it is to be made.</summary>
    public string? AwardId { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}
