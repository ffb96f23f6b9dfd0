using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

[Table("share_links")]
[Index(nameof(AwardId))]
internal sealed class ShareLinkRow
{
    /// <summary>The id in the link's address, where public ids stand too; unrelated to every id of the award.</summary>
    public required string Id { get; init; }

    public required string AwardId { get; init; }

    /// <summary>Whether it shows the learner's name.</summary>
    public required bool ShowsName { get; init; }

    /// <summary>Whether it shows results, evidence and the assessor's words.</summary>
    public required bool ShowsResults { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From this instant on it leads nowhere; null for a link without an end.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }
}
