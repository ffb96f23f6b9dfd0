using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>One line of a batch: one award that is to be.</summary>
[Table("batch_lines")]
[PrimaryKey(nameof(BatchId), nameof(Number))]
[Index(nameof(BatchId), nameof(State), nameof(Number))]
[Index(nameof(Learner))]
internal sealed class BatchLineRow
{
    public required string BatchId { get; init; }

    /// <summary>Counted from 1, without the header.</summary>
    public required int Number { get; init; }

    public required BatchLineState State { get; set; }

    /// <summary>Encrypted cells by column; null once it is issued, or its learner erased.</summary>
    public byte[]? Details { get; set; }

    /// <summary>Keyed hash by which the issuer knows the learner; null where the line names nobody, once it is issued, and once they are erased.</summary>
    public byte[]? Learner { get; set; }

    /// <summary>JSON of what stands against it; repeats nothing of the line.</summary>
    public string? Problems { get; set; }

    /// <summary>The award that it became.</summary>
    public string? AwardId { get; set; }
}
