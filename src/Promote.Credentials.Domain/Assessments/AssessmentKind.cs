namespace Promote.Credentials.Domain.Assessments;

/// <summary>What an assessor looks at.</summary>
public enum AssessmentKind
{
    /// <summary>What a learner does in or after a course.</summary>
    Course,

    /// <summary>What a learner learned outside courses, shown by a portfolio: recognition of prior learning.</summary>
    PriorLearning,
}
