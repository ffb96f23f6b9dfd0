using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Domain.Achievements;

/// <summary>One thing that an assessment can show (OB 3.0 ResultDescription).</summary>
public sealed record ResultDescription
{
    /// <summary>Id within the achievement: letters, digits, hyphens; what a result refers to.</summary>
    public required string Id { get; init; }

    /// <summary>Name by language.</summary>
    public required LanguageMap Name { get; init; }

    /// <summary>OB 3.0 resultType: a member of its enumeration or <c>ext:…</c>.</summary>
    public required string ResultType { get; init; }

    /// <summary>The values that a result may take, lowest first; empty when any value is taken.</summary>
    public IReadOnlyList<string> AllowedValues { get; init; } = [];

    /// <summary>Smallest value of a numeric result.</summary>
    public string? ValueMin { get; init; }

    /// <summary>Largest value of a numeric result.</summary>
    public string? ValueMax { get; init; }

    /// <summary>The value that has to be reached.</summary>
    public string? RequiredValue { get; init; }
}
