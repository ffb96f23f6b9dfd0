using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

[Table("idempotency_keys")]
[PrimaryKey(nameof(IssuerId), nameof(KeyHash))]
internal sealed class IdempotencyKeyRow
{
    public required string IssuerId { get; init; }

    /// <summary>Keyed hash of the Idempotency-Key: clients put e-mail addresses there.</summary>
    public required byte[] KeyHash { get; init; }

    /// <summary>Hash of the canonical body under the learner's own key: with that key gone it says nothing.</summary>
    public required byte[] BodyHash { get; init; }

    public required string AwardId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
