namespace Promote.Credentials.Domain.Achievements;

/// <summary>The life of an achievement.</summary>
public enum AchievementState
{
    /// <summary>Can be changed, cannot be awarded.</summary>
    Draft,

    /// <summary>Can be awarded; a change makes a new version.</summary>
    Published,

    /// <summary>Is not awarded any more; what was awarded stays.</summary>
    Retired,
}
