using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

[Table("pathways")]
[Index(nameof(IssuerId), nameof(CreatedAt), nameof(Id))]
internal sealed class PathwayRow : IListedRow
{
    public required string Id { get; init; }

    public required string IssuerId { get; init; }

    public required PathwayState State { get; set; }

    /// <summary>JSON of <see cref="Domain.Pathways.PathwayContent"/>.</summary>
    public required string Content { get; set; }

    /// <summary>Counts every change; the entity tag.</summary>
    [ConcurrencyCheck]
    public required int Revision { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }
}
