namespace Promote.Credentials.Server.Esco.Searching;

/// <summary>A concept that was found.</summary>
/// <param name="Uri">Its URI, which an achievement names it by.</param>
/// <param name="Label">Its name.</param>
/// <param name="Language">The language of the name: the one asked for, or English where ESCO has none in it.</param>
internal sealed record EscoHit(string Uri, string Label, string Language)
{
    /// <summary>The other name that it was found by; null where the name itself fits.</summary>
    public string? Matched { get; init; }

    /// <summary>Of an occupation, such as <c>5413.2</c>.</summary>
    public string? Code { get; init; }

    /// <summary>Of an occupation: its ISCO-08 group.</summary>
    public string? IscoGroup { get; init; }

    /// <summary>Of a skill: <c>knowledge</c> or <c>skill/competence</c>.</summary>
    public string? SkillType { get; init; }

    /// <summary>Of a skill: how widely it can be used.</summary>
    public string? ReuseLevel { get; init; }
}
