using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

[Table("api_keys")]
[Index(nameof(Hash), IsUnique = true)]
[Index(nameof(IssuerId), nameof(CreatedAt), nameof(Id))]
internal sealed class ApiKeyRow : IListedRow
{
    public required string Id { get; init; }

    public required string IssuerId { get; init; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the key, which has 256 random bits.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Scopes, separated by one space.</summary>
    public required string Scopes { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }
}
