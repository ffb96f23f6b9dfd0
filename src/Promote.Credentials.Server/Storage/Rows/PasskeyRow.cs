using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>A passkey of somebody who signs in: a public key, whose private half never leaves their device.</summary>
[Table("passkeys")]
[Index(nameof(Lookup), IsUnique = true)]
[Index(nameof(PersonId))]
internal sealed class PasskeyRow
{
    public required string Id { get; init; }

    public required string PersonId { get; init; }

    /// <summary>Keyed hash of the id that the device gave it.</summary>
    public required byte[] Lookup { get; init; }

    /// <summary>Encrypted <see cref="PasskeyDetails"/>.</summary>
    public required byte[] Details { get; set; }

    /// <summary>Counts the changes.</summary>
    [ConcurrencyCheck]
    public required int Revision { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}
