using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Concepts;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>What an ESCO concept is called in one language.</summary>
[Table("esco_labels")]
[PrimaryKey(nameof(Language), nameof(Kind), nameof(Uri))]
[Index(nameof(Uri))]
internal sealed class EscoLabelRow
{
    public required string Language { get; init; }

    public required EscoKind Kind { get; init; }

    public required string Uri { get; init; }

    public required string Preferred { get; init; }

    /// <summary>A JSON array of texts.</summary>
    public required string Alternatives { get; init; }
}
