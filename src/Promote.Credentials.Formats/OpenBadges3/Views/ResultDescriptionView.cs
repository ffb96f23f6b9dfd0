namespace Promote.Credentials.Formats.OpenBadges3.Views;

/// <summary>A ResultDescription: what could be reached, not what somebody reached.</summary>
public sealed record ResultDescriptionView
{
    /// <summary>Its id: what results refer to.</summary>
    public string? Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its resultType.</summary>
    public string? Type { get; init; }

    /// <summary>The values it can take, lowest first.</summary>
    public IReadOnlyList<string> AllowedValues { get; init; } = [];

    /// <summary>Its smallest value.</summary>
    public string? ValueMin { get; init; }

    /// <summary>Its largest value.</summary>
    public string? ValueMax { get; init; }

    /// <summary>The value that has to be reached.</summary>
    public string? RequiredValue { get; init; }
}
