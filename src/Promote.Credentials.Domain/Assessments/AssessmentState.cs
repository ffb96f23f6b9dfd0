namespace Promote.Credentials.Domain.Assessments;

/// <summary>Where an assessment is on its way from an assessor to a decision.</summary>
public enum AssessmentState
{
    /// <summary>The assessor records what was shown.</summary>
    Draft,

    /// <summary>It waits for a decision.</summary>
    Submitted,

    /// <summary>A validator gave it back with a reason; the assessor records and submits it again.</summary>
    Returned,

    /// <summary>The learner earned the achievement: it is awarded.</summary>
    Confirmed,

    /// <summary>The learner did not earn the achievement.</summary>
    Rejected,

    /// <summary>The learner asked to have a rejection looked at again.</summary>
    Appealed,
}
