namespace Promote.Credentials.Formats.OpenBadges3.Views;

/// <summary>
/// What may be shown in public of an OpenBadgeCredential by any issuer: achievement, issuer and dates, never the person.
/// A text is as signed and may be anything; what is missing or of another shape is null or empty.
/// </summary>
public sealed record BadgeView
{
    /// <summary>The credential's id.</summary>
    public string? Id { get; init; }

    /// <summary>Its types.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its description.</summary>
    public string? Description { get; init; }

    /// <summary>Who signed it, by their own words.</summary>
    public ProfileView Issuer { get; init; } = new();

    /// <summary>When it was earned, as signed.</summary>
    public string? AwardedDate { get; init; }

    /// <summary>From when it is valid, as signed.</summary>
    public string? ValidFrom { get; init; }

    /// <summary>Until when it is valid, as signed.</summary>
    public string? ValidUntil { get; init; }

    /// <summary>When the learning began, as signed.</summary>
    public string? ActivityStartDate { get; init; }

    /// <summary>When the learning ended, as signed.</summary>
    public string? ActivityEndDate { get; init; }

    /// <summary>What was earned.</summary>
    public AchievementView? Achievement { get; init; }
}
