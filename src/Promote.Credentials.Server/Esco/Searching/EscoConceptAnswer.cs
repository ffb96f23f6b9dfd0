using Promote.Credentials.Domain.Concepts;

namespace Promote.Credentials.Server.Esco.Searching;

/// <summary>All that is known of one concept.</summary>
/// <param name="Uri">Its URI.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Labels">Its names by language.</param>
internal sealed record EscoConceptAnswer(string Uri, EscoKind Kind, IReadOnlyDictionary<string, EscoNames> Labels)
{
    /// <summary>Of an occupation, such as <c>5413.2</c>.</summary>
    public string? Code { get; init; }

    /// <summary>Of an occupation: its ISCO-08 group.</summary>
    public string? IscoGroup { get; init; }

    /// <summary>Of a skill: <c>knowledge</c> or <c>skill/competence</c>.</summary>
    public string? SkillType { get; init; }

    /// <summary>Of a skill: how widely it can be used.</summary>
    public string? ReuseLevel { get; init; }

    /// <summary>Of an occupation: the skills that it always needs.</summary>
    public IReadOnlyList<EscoSkillOfOccupation>? EssentialSkills { get; init; }

    /// <summary>Of an occupation: the skills that may be of use in it.</summary>
    public IReadOnlyList<EscoSkillOfOccupation>? OptionalSkills { get; init; }

    /// <summary>Where it comes from.</summary>
    public string Attribution { get; } = EscoAttribution.Sentence;
}
