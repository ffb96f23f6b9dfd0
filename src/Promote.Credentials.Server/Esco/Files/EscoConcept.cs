namespace Promote.Credentials.Server.Esco.Files;

/// <summary>One row of a file of occupations or skills.</summary>
/// <param name="Uri">The URI of the concept.</param>
/// <param name="Preferred">Its name in the language of the file; null where ESCO has none.</param>
/// <param name="Alternatives">Its other names.</param>
internal sealed record EscoConcept(string Uri, string? Preferred, IReadOnlyList<string> Alternatives)
{
    /// <summary>Of an occupation, such as <c>5413.2</c>; null for not said here.</summary>
    public string? Code { get; init; }

    /// <summary>Of an occupation: its ISCO-08 group; null for not said here.</summary>
    public string? IscoGroup { get; init; }

    /// <summary>Of a skill: <c>knowledge</c> or <c>skill/competence</c>; null for not said here.</summary>
    public string? SkillType { get; init; }

    /// <summary>Of a skill: how widely it can be used; null for not said here.</summary>
    public string? ReuseLevel { get; init; }
}
