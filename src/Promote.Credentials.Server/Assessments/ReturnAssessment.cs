using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Domain.Assessments;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Assessments;

/// <summary>Gives an assessment back to its assessor, with what is still missing.</summary>
internal sealed class ReturnAssessment(TakeStep take) : ControllerBase
{
    [HttpPost("/api/v1/assessments/{id}/return"), Access(Scope.AssessmentsDecide)]
    public async Task<IActionResult> RunAsync(string id, [FromBody] DecisionReason body, CancellationToken cancellationToken)
    {
        var taken = await take.RunAsync(Request, HttpContext.Client, id, AssessmentStep.Return, before => before with { Reason = body.Reason }, cancellationToken);
        return taken.Granted ? Ok(AssessmentAnswer.Of(taken.Value)) : new Refused(taken.Refusals);
    }
}
