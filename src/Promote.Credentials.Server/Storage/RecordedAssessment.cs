using Promote.Credentials.Domain.Assessments;

namespace Promote.Credentials.Server.Storage;

/// <summary>What an assessment holds about a person, as it is kept: encrypted with the learner's key.</summary>
/// <param name="Content">What the assessor recorded.</param>
/// <param name="Reason">Why it was returned, rejected or appealed last.</param>
internal sealed record RecordedAssessment(AssessmentContent Content, string? Reason)
{
    /// <summary>Says nothing, so that no log or message can show a person.</summary>
    public override string ToString() => "RecordedAssessment ***";
}
