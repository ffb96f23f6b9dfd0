using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>A skill that ESCO names for an occupation. Either of them may be unknown here: the files come one by one.</summary>
[Table("esco_relations")]
[PrimaryKey(nameof(Occupation), nameof(Skill))]
internal sealed class EscoRelationRow
{
    public required string Occupation { get; init; }

    public required string Skill { get; init; }

    /// <summary>Whether the occupation always needs it; else it may be of use.</summary>
    public required bool Essential { get; init; }
}
