using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>A slice of a status list that one node takes bits from, so that nodes which issue at the same time do not take the same ones.</summary>
[Table("status_slices")]
[PrimaryKey(nameof(ListId), nameof(Number))]
internal sealed class StatusSliceRow
{
    public required string ListId { get; init; }

    /// <summary>Which slice, from 0.</summary>
    public required int Number { get; init; }
}
