namespace Promote.Credentials.Domain.Pathways;

/// <summary>How far a learner is with a step.</summary>
public enum StepState
{
    /// <summary>It is met.</summary>
    Met,

    /// <summary>Something is missing.</summary>
    Missing,

    /// <summary>A step that has to be met before is not.</summary>
    Blocked,

    /// <summary>It was met by an award that holds no more.</summary>
    Lost,

    /// <summary>It is not met, and the step above is without it.</summary>
    NotNeeded,
}
