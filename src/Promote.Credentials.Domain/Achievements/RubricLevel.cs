using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Domain.Achievements;

/// <summary>One level of a rubric (OB 3.0 RubricCriterionLevel).</summary>
public sealed record RubricLevel
{
    /// <summary>Id within the result description: letters, digits, hyphens; the value of a result that reached it.</summary>
    public required string Id { get; init; }

    /// <summary>Name by language, such as <c>Works alone</c>.</summary>
    public required LanguageMap Name { get; init; }

    /// <summary>What somebody on this level does, by language.</summary>
    public LanguageMap? Description { get; init; }

    /// <summary>Points that the level is worth.</summary>
    public string? Points { get; init; }
}
