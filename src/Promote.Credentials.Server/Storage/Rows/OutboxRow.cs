using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>Something to tell the outside, written in the same commit as what happened.</summary>
[Table("outbox")]
[Index(nameof(Subject))]
internal sealed class OutboxRow
{
    public long Id { get; init; }

    /// <summary>What happened, such as <c>award.issued</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Id of what it happened to.</summary>
    public required string Subject { get; init; }

    /// <summary>What a receiver is told, encrypted with the learner's key.</summary>
    public byte[]? Payload { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>How often it failed.</summary>
    public int Attempts { get; set; }

    /// <summary>Not before; null for at once.</summary>
    public DateTimeOffset? NextAttemptAt { get; set; }

    /// <summary>Since when nobody tries it any more: an operator has to look.</summary>
    public DateTimeOffset? GaveUpAt { get; set; }
}
