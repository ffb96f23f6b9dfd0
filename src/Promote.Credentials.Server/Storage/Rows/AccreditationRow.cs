using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>An issuer's signed statement that it stands behind another one. Nothing in it is about a person.</summary>
[Table("accreditations")]
[Index(nameof(IssuerId), nameof(CreatedAt), nameof(Id))]
[Index(nameof(MemberId))]
internal sealed class AccreditationRow : IListedRow
{
    public required string Id { get; init; }

    /// <summary>Who accredits.</summary>
    public required string IssuerId { get; init; }

    /// <summary>Who is accredited.</summary>
    public required string MemberId { get; init; }

    public required DateTimeOffset ValidFrom { get; init; }

    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>What is said about the member.</summary>
    public string? Comment { get; init; }

    /// <summary>The signed EndorsementCredential, UTF-8.</summary>
    public required byte[] Document { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}
