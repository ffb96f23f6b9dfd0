using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>A person and what they do for an issuer: invited, then accepted.</summary>
[Table("memberships")]
[Index(nameof(PersonId), nameof(IssuerId), IsUnique = true)]
[Index(nameof(IssuerId), nameof(CreatedAt), nameof(Id))]
[Index(nameof(InvitationHash), IsUnique = true)]
internal sealed class MembershipRow : IListedRow
{
    public required string Id { get; init; }

    public required string PersonId { get; init; }

    public required string IssuerId { get; init; }

    /// <summary>Roles, separated by one space; empty once the person was removed.</summary>
    public required string Roles { get; set; }

    /// <summary>SHA-256 of the token in the link of the invitation, which has 256 random bits; null once it was used or taken back.</summary>
    public byte[]? InvitationHash { get; set; }

    public DateTimeOffset? InvitedUntil { get; set; }

    /// <summary>When the person accepted; until then they can do nothing.</summary>
    public DateTimeOffset? AcceptedAt { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}
