namespace Promote.Credentials.Formats.OpenBadges3.Views;

/// <summary>A Result: what somebody reached.</summary>
public sealed record ResultView
{
    /// <summary>Id of the ResultDescription that says what was assessed.</summary>
    public string? Description { get; init; }

    /// <summary>The value reached, or the status where the result has no value.</summary>
    public string? Value { get; init; }

    /// <summary>Id of the rubric level reached.</summary>
    public string? AchievedLevel { get; init; }
}
