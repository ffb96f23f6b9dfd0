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

    /// <summary>The levels of its rubric, lowest first: their ids and names.</summary>
    public IReadOnlyList<(string? Id, string? Name)> Levels { get; init; } = [];

    /// <summary>Id of the level that has to be reached.</summary>
    public string? RequiredLevel { get; init; }

    /// <summary>Its smallest value.</summary>
    public string? ValueMin { get; init; }

    /// <summary>Its largest value.</summary>
    public string? ValueMax { get; init; }

    /// <summary>The value that has to be reached.</summary>
    public string? RequiredValue { get; init; }

    /// <summary>The name of a level of its rubric; null where it has no such level.</summary>
    public string? LevelOf(string? id) => id is null ? null : Levels.FirstOrDefault(level => level.Id == id).Name;
}
