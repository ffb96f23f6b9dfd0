using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Domain.Assessments;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Assessments;

/// <summary>Writes down what an assessor saw; what was recorded before is replaced.</summary>
internal sealed class RecordAssessment(TakeStep take) : ControllerBase
{
    [HttpPut("/api/v1/assessments/{id}"), Access(Scope.AssessmentsWrite)]
    public async Task<IActionResult> RunAsync(string id, [FromBody] AssessmentContent content, CancellationToken cancellationToken)
    {
        var taken = await take.RunAsync(Request, HttpContext.Client, id, AssessmentStep.Record, before => before with { Content = content }, cancellationToken);
        if (!taken.Granted)
        {
            return new Refused(taken.Refusals);
        }

        Response.Headers.ETag = EntityTag.Of(taken.Value.Row.Revision);
        return Ok(AssessmentAnswer.Of(taken.Value));
    }
}
