namespace Promote.Credentials.Formats.OpenBadges3.Views;

/// <summary>A Related achievement: another language or version.</summary>
public sealed record RelatedView
{
    /// <summary>Its id.</summary>
    public string? Id { get; init; }

    /// <summary>Its language.</summary>
    public string? Language { get; init; }

    /// <summary>Its version.</summary>
    public string? Version { get; init; }
}
