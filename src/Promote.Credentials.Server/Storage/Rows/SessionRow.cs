using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>Somebody who is signed in, on one browser.</summary>
[Table("sessions")]
[Index(nameof(Hash), IsUnique = true)]
[Index(nameof(PersonId))]
internal sealed class SessionRow
{
    public required string Id { get; init; }

    /// <summary>SHA-256 of the token in the cookie, which has 256 random bits.</summary>
    public required byte[] Hash { get; init; }

    public required string PersonId { get; init; }

    /// <summary>The person's stamp at sign-in: a new password ends every session.</summary>
    public required string SecurityStamp { get; set; }

    /// <summary>For whom they work in it.</summary>
    public string? IssuerId { get; set; }

    /// <summary>The language that they chose on a page.</summary>
    public string? Language { get; set; }

    /// <summary>When everything that sign-in asks for was given; null while the second factor is missing.</summary>
    public DateTimeOffset? VerifiedAt { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
