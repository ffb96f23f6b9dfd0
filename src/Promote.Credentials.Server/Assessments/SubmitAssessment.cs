using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Domain.Assessments;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Assessments;

/// <summary>Proposes to award what was recorded. Where the achievement does not ask for four eyes, that decides, and the award follows.</summary>
internal sealed class SubmitAssessment(TakeStep take, AwardConfirmed awardConfirmed) : ControllerBase
{
    [HttpPost("/api/v1/assessments/{id}/submit"), Access(Scope.AssessmentsWrite)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        var taken = await take.RunAsync(Request, HttpContext.Client, id, AssessmentStep.Submit, before => before with { Reason = null }, cancellationToken);
        return taken.Granted ? Ok(AssessmentAnswer.Of(await awardConfirmed.FollowAsync(taken.Value))) : new Refused(taken.Refusals);
    }
}
