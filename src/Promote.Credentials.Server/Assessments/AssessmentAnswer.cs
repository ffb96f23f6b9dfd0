using Promote.Credentials.Domain.Assessments;
using Promote.Credentials.Domain.Learners;

namespace Promote.Credentials.Server.Assessments;

/// <summary>An assessment as the API shows it to its issuer.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">Where it is on its way.</param>
/// <param name="Kind">What is looked at.</param>
/// <param name="Achievement">Id of the achievement.</param>
/// <param name="AchievementVersion">The version that is assessed, and awarded when it is confirmed.</param>
/// <param name="Learner">Who is assessed; nothing once they are erased.</param>
/// <param name="Content">What is recorded; nothing once the learner is erased.</param>
/// <param name="Reason">Why it was returned, rejected or appealed last.</param>
/// <param name="Authors">The API keys that opened, recorded or submitted it.</param>
/// <param name="DecidedBy">The API key that decided last.</param>
/// <param name="DecidedAt">When.</param>
/// <param name="Award">Id of the award that followed from it.</param>
/// <param name="CreatedAt">When it was opened.</param>
/// <param name="UpdatedAt">When it was changed last.</param>
internal sealed record AssessmentAnswer(
    string Id,
    AssessmentState State,
    AssessmentKind Kind,
    string Achievement,
    int AchievementVersion,
    Learner? Learner,
    AssessmentContent? Content,
    string? Reason,
    IReadOnlyCollection<string> Authors,
    string? DecidedBy,
    DateTimeOffset? DecidedAt,
    string? Award,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public static AssessmentAnswer Of(FoundAssessment found) => new(
        found.Row.Id, found.Row.State, found.Row.Kind, found.Row.AchievementId, found.Row.AchievementVersion, found.Learner, found.Recorded?.Content,
        found.Recorded?.Reason, found.Row.AuthorList, found.Row.DecidedBy, found.Row.DecidedAt, found.AwardId, found.Row.CreatedAt, found.Row.UpdatedAt);

    /// <summary>Says nothing, so that no log or message can show a person.</summary>
    public override string ToString() => "AssessmentAnswer ***";
}
