using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Concepts;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>One text that an ESCO concept is found under, see <see cref="EscoTerms"/>.</summary>
[Table("esco_terms")]
[PrimaryKey(nameof(Language), nameof(Kind), nameof(Rank), nameof(Term), nameof(Uri))]
internal sealed class EscoTermRow
{
    /// <summary>The language that is searched, which is not the one of the term where the concept has no name in it.</summary>
    public required string Language { get; init; }

    public required EscoKind Kind { get; init; }

    /// <summary>The lower, the earlier it is shown.</summary>
    public required int Rank { get; init; }

    public required string Term { get; init; }

    public required string Uri { get; init; }
}
