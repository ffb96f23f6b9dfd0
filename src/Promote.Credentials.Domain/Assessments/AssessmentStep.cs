namespace Promote.Credentials.Domain.Assessments;

/// <summary>What can be done with an assessment.</summary>
public enum AssessmentStep
{
    /// <summary>Write down results, evidence and narrative.</summary>
    Record,

    /// <summary>Propose to award.</summary>
    Submit,

    /// <summary>Decide that the learner earned the achievement.</summary>
    Confirm,

    /// <summary>Give it back to the assessor.</summary>
    Return,

    /// <summary>Decide that the learner did not earn the achievement.</summary>
    Reject,

    /// <summary>Ask to have a rejection looked at again.</summary>
    Appeal,
}
