using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Achievements;

namespace Promote.Credentials.Server.Storage.Rows;

[Table("achievements")]
[Index(nameof(IssuerId), nameof(CreatedAt), nameof(Id))]
internal sealed class AchievementRow : IListedRow
{
    public required string Id { get; init; }

    public required string IssuerId { get; init; }

    public required AchievementState State { get; set; }

    /// <summary>Number of the newest version.</summary>
    public required int LatestVersion { get; set; }

    /// <summary>The version that is awarded now; null before the first one was published.</summary>
    public int? PublishedVersion { get; set; }

    /// <summary>Counts every change; the entity tag.</summary>
    [ConcurrencyCheck]
    public required int Revision { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }
}
