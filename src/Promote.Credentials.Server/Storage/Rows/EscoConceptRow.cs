using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Promote.Credentials.Domain.Concepts;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>An occupation or a skill of ESCO, apart from its names.</summary>
[Table("esco_concepts")]
internal sealed class EscoConceptRow
{
    [Key]
    public required string Uri { get; init; }

    public required EscoKind Kind { get; init; }

    /// <summary>Of an occupation, such as <c>5413.2</c>.</summary>
    public string? Code { get; init; }

    /// <summary>Of an occupation: the ISCO-08 group that it belongs to, such as <c>5413</c>.</summary>
    public string? IscoGroup { get; init; }

    /// <summary>Of a skill: <c>knowledge</c> or <c>skill/competence</c>.</summary>
    public string? SkillType { get; init; }

    /// <summary>Of a skill: how widely it can be used, such as <c>cross-sector</c>.</summary>
    public string? ReuseLevel { get; init; }
}
