using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Storage.Rows;

[Table("status_lists")]
[Index(nameof(IssuerId), nameof(Use), nameof(Purpose), nameof(Number), IsUnique = true)]
internal sealed class StatusListRow
{
    public required string Id { get; init; }

    public required string IssuerId { get; init; }

    public required StatusListUse Use { get; init; }

    /// <summary>Bitstring Status List statusPurpose, such as <c>revocation</c>.</summary>
    public required string Purpose { get; init; }

    /// <summary>1 for the issuer's first list of this use and purpose; two nodes cannot both open the next one.</summary>
    public required int Number { get; init; }

    /// <summary>How many entries it has.</summary>
    public required int Size { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Counts the changes of its bits: raised in the commit of each, so that every node sees at once that what it published is old.</summary>
    public int Version { get; set; }

    /// <summary>When <see cref="Version"/> was raised; null before the first change.</summary>
    public DateTimeOffset? ChangedAt { get; set; }

    /// <summary>The bits of documents that a restored database does not know, as an <c>encodedList</c>: they stay set for ever.</summary>
    public string? Carried { get; set; }

    /// <summary>Random bytes that scatter its slices over it; null for one from before there were slices, from which no bit is taken any more.</summary>
    public byte[]? Seed { get; init; }
}
