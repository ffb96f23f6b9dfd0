using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Domain.Assessments;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Assessments;

/// <summary>Asks, for the learner, to have a rejection looked at again.</summary>
internal sealed class AppealAssessment(TakeStep take) : ControllerBase
{
    [HttpPost("/api/v1/assessments/{id}/appeal"), Access(Scope.AssessmentsWrite)]
    public async Task<IActionResult> RunAsync(string id, [FromBody] DecisionReason body, CancellationToken cancellationToken)
    {
        var taken = await take.RunAsync(Request, HttpContext.Client, id, AssessmentStep.Appeal, before => before with { Reason = body.Reason }, cancellationToken);
        return taken.Granted ? Ok(AssessmentAnswer.Of(taken.Value)) : new Refused(taken.Refusals);
    }
}
