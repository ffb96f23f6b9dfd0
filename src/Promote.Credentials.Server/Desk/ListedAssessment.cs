using Promote.Credentials.Domain.Assessments;

namespace Promote.Credentials.Server.Desk;

/// <summary>A line in a list of assessments.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Learner">Who is assessed; null once they are erased.</param>
/// <param name="Achievement">What in, in the language of the page.</param>
/// <param name="State">Where it is on its way.</param>
/// <param name="IsOwn">Whether the reader wrote it.</param>
/// <param name="At">When it was changed last.</param>
internal sealed record ListedAssessment(string Id, string? Learner, string Achievement, AssessmentState State, bool IsOwn, DateTimeOffset At)
{
    /// <summary>Says nothing, so that no log or message can show a person.</summary>
    public override string ToString() => "ListedAssessment ***";
}
