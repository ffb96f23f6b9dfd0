using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

[Table("achievement_versions")]
[PrimaryKey(nameof(AchievementId), nameof(Number))]
internal sealed class AchievementVersionRow
{
    public required string AchievementId { get; init; }

    public required int Number { get; init; }

    /// <summary><see cref="Domain.Achievements.AchievementContent"/> as <see cref="StoredJson"/>; never changed once written.</summary>
    public required string Content { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was first published; a version without it does not resolve in public.</summary>
    public DateTimeOffset? PublishedAt { get; set; }
}
