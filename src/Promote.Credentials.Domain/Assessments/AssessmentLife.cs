using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Domain.Assessments;

/// <summary>The life of an assessment: draft → submitted → confirmed, returned or rejected; rejected → appealed → decided again.</summary>
public static class AssessmentLife
{
    /// <summary>Why a step cannot be taken in a state; null when it can.</summary>
    public static Refusal? WhyNot(AssessmentState state, AssessmentStep step) => Allows(state, step)
        ? null
        : new(RefusalCode.WrongState, "", state switch
        {
            AssessmentState.Draft or AssessmentState.Returned => "The assessment is with its assessor: it has to be submitted first.",
            AssessmentState.Submitted or AssessmentState.Appealed => "The assessment waits for a decision: it can be confirmed, returned or rejected.",
            AssessmentState.Confirmed => "The assessment is confirmed, and its award follows: revoke the award when the decision was wrong.",
            _ => "The assessment was rejected: it can only be appealed.",
        });

    /// <summary>The state after a step that was allowed.</summary>
    /// <param name="step">The step.</param>
    /// <param name="fourEyes">Whether a decision needs somebody else than the assessor.</param>
    public static AssessmentState After(AssessmentStep step, bool fourEyes) => step switch
    {
        AssessmentStep.Record => AssessmentState.Draft,
        AssessmentStep.Submit => fourEyes ? AssessmentState.Submitted : AssessmentState.Confirmed,
        AssessmentStep.Confirm => AssessmentState.Confirmed,
        AssessmentStep.Return => AssessmentState.Returned,
        AssessmentStep.Reject => AssessmentState.Rejected,
        _ => AssessmentState.Appealed,
    };

    /// <summary>Why somebody may not decide; null when they may. Nobody decides about what they wrote themselves.</summary>
    /// <param name="actor">Who would decide.</param>
    /// <param name="authors">Everybody who opened, recorded or submitted it.</param>
    public static Refusal? WhyNotDecidedBy(string actor, IReadOnlyCollection<string> authors)
    {
        ArgumentNullException.ThrowIfNull(authors);
        return authors.Contains(actor)
            ? new(RefusalCode.SeparationOfDuties, "", "Whoever opened, recorded or submitted an assessment cannot decide about it: a validator other than the assessor has to.")
            : null;
    }

    private static bool Allows(AssessmentState state, AssessmentStep step) => step switch
    {
        AssessmentStep.Record or AssessmentStep.Submit => state is AssessmentState.Draft or AssessmentState.Returned,
        AssessmentStep.Appeal => state is AssessmentState.Rejected,
        _ => state is AssessmentState.Submitted or AssessmentState.Appealed,
    };
}
