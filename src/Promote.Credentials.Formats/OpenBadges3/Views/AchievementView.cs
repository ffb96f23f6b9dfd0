namespace Promote.Credentials.Formats.OpenBadges3.Views;

/// <summary>An Achievement.</summary>
public sealed record AchievementView
{
    /// <summary>Its id.</summary>
    public string? Id { get; init; }

    /// <summary>Its achievementType.</summary>
    public string? Type { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its description.</summary>
    public string? Description { get; init; }

    /// <summary>What one must do to earn it; Markdown.</summary>
    public string? Criteria { get; init; }

    /// <summary>A page that says what one must do.</summary>
    public string? CriteriaUrl { get; init; }

    /// <summary>BCP 47 language of its texts.</summary>
    public string? Language { get; init; }

    /// <summary>Its version.</summary>
    public string? Version { get; init; }

    /// <summary>Its code within its issuer.</summary>
    public string? HumanCode { get; init; }

    /// <summary>Its field of study.</summary>
    public string? FieldOfStudy { get; init; }

    /// <summary>Its specialisation.</summary>
    public string? Specialization { get; init; }

    /// <summary>The credits it gives, as the number is written.</summary>
    public string? Credits { get; init; }

    /// <summary>URL or data URL of its picture.</summary>
    public string? Image { get; init; }

    /// <summary>Who made it, when it says so.</summary>
    public ProfileView? Creator { get; init; }

    /// <summary>Its keywords.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>What it aligns to: skills, occupation, levels.</summary>
    public IReadOnlyList<AlignmentView> Alignments { get; init; } = [];

    /// <summary>What can be reached in its assessment.</summary>
    public IReadOnlyList<ResultDescriptionView> ResultDescriptions { get; init; } = [];

    /// <summary>Its other languages and versions.</summary>
    public IReadOnlyList<RelatedView> Related { get; init; } = [];
}
