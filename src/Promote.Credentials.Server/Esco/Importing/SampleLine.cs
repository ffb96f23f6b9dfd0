namespace Promote.Credentials.Server.Esco.Importing;

/// <summary>One line of the sample in <c>schemas/esco</c>: a concept with its names by language, the preferred one first.</summary>
internal sealed record SampleLine(string Uri, IReadOnlyDictionary<string, string[]> Labels)
{
    public string? Code { get; init; }

    public string? IscoGroup { get; init; }

    public string? SkillType { get; init; }

    public string? ReuseLevel { get; init; }

    /// <summary>URIs of the skills that an occupation always needs.</summary>
    public IReadOnlyList<string> Essential { get; init; } = [];

    /// <summary>URIs of the skills that may be of use in it.</summary>
    public IReadOnlyList<string> Optional { get; init; } = [];
}
