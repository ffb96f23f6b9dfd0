using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Domain.Assessments;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Assessments;

/// <summary>Decides that the learner earned the achievement; the award follows by itself.</summary>
internal sealed class ConfirmAssessment(TakeStep take, AwardConfirmed awardConfirmed) : ControllerBase
{
    [HttpPost("/api/v1/assessments/{id}/confirm"), Access(Scope.AssessmentsDecide)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        var taken = await take.RunAsync(Request, HttpContext.Client, id, AssessmentStep.Confirm, before => before with { Reason = null }, cancellationToken);
        return taken.Granted ? Ok(AssessmentAnswer.Of(await awardConfirmed.FollowAsync(taken.Value))) : new Refused(taken.Refusals);
    }
}
