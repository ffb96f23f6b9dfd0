using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>Something that was done. The database refuses to change or delete it; its place in the chain is given once.</summary>
[Table("audit")]
[Index(nameof(IssuerId), nameof(At), nameof(Id))]
[Index(nameof(Subject))]
[Index(nameof(Sequence), IsUnique = true)]
internal sealed class AuditRow
{
    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string IssuerId { get; init; }

    /// <summary>Id of the API key, or the name of the part of this service that acted.</summary>
    public required string Actor { get; init; }

    /// <summary>What was done, such as <c>award.issued</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Id of what it was done to.</summary>
    public required string Subject { get; init; }

    /// <summary>JSON without personal data.</summary>
    public required string Detail { get; init; }

    /// <summary>Whose key <see cref="Reason"/> is encrypted with; null where there is none.</summary>
    public string? LearnerId { get; init; }

    /// <summary>Encrypted: what somebody typed may name a person.</summary>
    public byte[]? Reason { get; init; }

    /// <summary>The place in the chain, from 1; null until it has one.</summary>
    public long? Sequence { get; set; }

    /// <summary>Hash of the row before; 32 zero bytes in the first.</summary>
    public byte[]? Previous { get; set; }

    /// <summary>Hash of this row, with <see cref="Previous"/> in it.</summary>
    public byte[]? Hash { get; set; }
}
