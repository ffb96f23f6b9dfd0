using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

[Table("issuers")]
[Index(nameof(Slug), IsUnique = true)]
internal sealed class IssuerRow : IListedRow
{
    public required string Id { get; init; }

    public required string Slug { get; init; }

    /// <summary><see cref="Domain.Issuers.Issuer"/> as <see cref="StoredJson"/>.</summary>
    public required string Profile { get; set; }

    /// <summary>Counts the changes of its keys.</summary>
    public int KeysRevision { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
