namespace Promote.Credentials.Formats.OpenBadges3.Views;

/// <summary>An Alignment.</summary>
public sealed record AlignmentView
{
    /// <summary>Name of the target.</summary>
    public string? Name { get; init; }

    /// <summary>URL of the target.</summary>
    public string? Url { get; init; }

    /// <summary>Its type, such as <c>ext:ESCOSkill</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The framework that it belongs to.</summary>
    public string? Framework { get; init; }

    /// <summary>Its code in the framework.</summary>
    public string? Code { get; init; }

    /// <summary>What it means.</summary>
    public string? Description { get; init; }
}
