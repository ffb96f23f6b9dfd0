using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>A picture that an issuer uploaded, as it was written anew; never changed.</summary>
[Table("pictures")]
[Index(nameof(IssuerId), nameof(Sha256), IsUnique = true)]
internal sealed class PictureRow
{
    public required string Id { get; init; }

    public required string IssuerId { get; init; }

    /// <summary>Digest of <see cref="Bytes"/>.</summary>
    public required byte[] Sha256 { get; init; }

    public required string MediaType { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required byte[] Bytes { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
