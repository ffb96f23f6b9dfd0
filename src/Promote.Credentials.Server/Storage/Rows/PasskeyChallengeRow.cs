using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>A challenge that a browser was given for its passkey. It is there until it is answered, so that it counts once on whichever node.</summary>
[Table("passkey_challenges")]
[Index(nameof(Hash), IsUnique = true)]
[Index(nameof(ExpiresAt))]
internal sealed class PasskeyChallengeRow
{
    public required string Id { get; init; }

    /// <summary>SHA-256 of the token in the cookie, which has 256 random bits.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>What the answer is checked against, encrypted with a key that follows from the token: only that browser's request can open it.</summary>
    public required byte[] State { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
