namespace Promote.Credentials.Formats.OpenBadges3.Views;

/// <summary>An Evidence.</summary>
public sealed record EvidenceView
{
    /// <summary>Its id: where it can be seen, when that is a web address.</summary>
    public string? Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>What it is.</summary>
    public string? Description { get; init; }

    /// <summary>What it shows; Markdown.</summary>
    public string? Narrative { get; init; }
}
