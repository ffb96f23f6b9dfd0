namespace Promote.Credentials.Domain.Pathways;

/// <summary>When a step that consists of others is met.</summary>
public enum StepRule
{
    /// <summary>All of them are, but for those that are optional.</summary>
    AllOf,

    /// <summary>A number of them are.</summary>
    AtLeast,

    /// <summary>Those that are have a number of credit points together.</summary>
    Credits,
}
