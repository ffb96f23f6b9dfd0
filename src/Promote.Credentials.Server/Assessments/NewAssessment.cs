using Promote.Credentials.Domain.Assessments;
using Promote.Credentials.Domain.Learners;

namespace Promote.Credentials.Server.Assessments;

/// <summary>Who is to be assessed, and against what.</summary>
internal sealed record NewAssessment
{
    public required string Achievement { get; init; }

    public required Learner Learner { get; init; }

    public AssessmentKind Kind { get; init; }

    /// <summary>Says nothing, so that no log or message can show a person.</summary>
    public override string ToString() => "NewAssessment ***";
}
