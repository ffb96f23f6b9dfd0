using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>A key that an issuer signs with, will sign with, or signed with. Never its private part.</summary>
[Table("issuer_keys")]
[Index(nameof(IssuerId), nameof(PublicKey), IsUnique = true)]
internal sealed class IssuerKeyRow : IListedRow
{
    public required string Id { get; init; }

    public required string IssuerId { get; init; }

    public required KeyAlgorithm Algorithm { get; init; }

    public required KeySource Source { get; init; }

    /// <summary>Where in its source the private part is: a file name, or a label on the token.</summary>
    public required string Reference { get; init; }

    /// <summary>The public part as a Multikey. What the source holds must be this key, whatever happens to files and tokens.</summary>
    public required string PublicKey { get; init; }

    public required IssuerKeyState State { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ActivatedAt { get; set; }

    /// <summary>When another key took its place.</summary>
    public DateTimeOffset? ReplacedAt { get; set; }

    /// <summary>From when on a signature of it counts for nothing: the instant of retirement or compromise.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
