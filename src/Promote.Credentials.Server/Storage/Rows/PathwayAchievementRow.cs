using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>An achievement that a pathway leads through: by it an award finds the pathways that it counts for.</summary>
[Table("pathway_achievements")]
[PrimaryKey(nameof(AchievementId), nameof(PathwayId))]
[Index(nameof(PathwayId))]
internal sealed class PathwayAchievementRow
{
    public required string AchievementId { get; init; }

    public required string PathwayId { get; init; }
}
