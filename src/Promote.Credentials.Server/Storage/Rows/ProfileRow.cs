using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

[Table("profiles")]
[Index(nameof(IssuerId), nameof(CreatedAt), nameof(Id))]
internal sealed class ProfileRow : IListedRow
{
    public required string Id { get; init; }

    public required string IssuerId { get; init; }

    /// <summary>JSON of <see cref="Domain.Profiles.ProfileContent"/>.</summary>
    public required string Content { get; set; }

    /// <summary>Counts every change; the entity tag.</summary>
    [ConcurrencyCheck]
    public required int Revision { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }
}
