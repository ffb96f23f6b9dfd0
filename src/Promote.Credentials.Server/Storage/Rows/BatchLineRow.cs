using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>One line of a batch: one award that is to be, or that is to be changed.</summary>
[Table("batch_lines")]
[PrimaryKey(nameof(BatchId), nameof(Number))]
[Index(nameof(BatchId), nameof(State), nameof(Number))]
[Index(nameof(Learner))]
internal sealed class BatchLineRow
{
    public required string BatchId { get; init; }

    /// <summary>Counted from 1, without the header.</summary>
    public required int Number { get; init; }

    [ConcurrencyCheck]
    public required BatchLineState State { get; set; }

    /// <summary>Encrypted cells by column; null once it is issued, or its learner erased.</summary>
    public byte[]? Details { get; set; }

    /// <summary>Keyed hash by which the issuer knows the learner; null where the line names nobody, once it is issued, and once they are erased.</summary>
    public byte[]? Learner { get; set; }

    /// <summary>JSON of what stands against it; repeats nothing of the line.</summary>
    public string? Problems { get; set; }

    /// <summary>The award that is to be changed; null where a new one is to be.</summary>
    public string? ChangesAwardId { get; init; }

    /// <summary>The award that it became.</summary>
    public string? AwardId { get; set; }

    /// <summary>It became this award. Once that is issued, what stood in the line stands in the award.</summary>
    public void Became(AwardRow award)
    {
        (State, AwardId) = (award.State == IssuingState.Issued ? BatchLineState.Issued : BatchLineState.Promised, award.Id);
        if (State == BatchLineState.Issued)
        {
            (Details, Learner) = (null, null);
        }
    }
}
