using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Assessments;

/// <summary>Begins to assess a learner.</summary>
internal sealed class OpenAssessment(BeginAssessment begin) : ControllerBase
{
    [HttpPost("/api/v1/assessments"), Access(Scope.AssessmentsWrite)]
    public async Task<IActionResult> RunAsync([FromBody] NewAssessment body, CancellationToken cancellationToken)
    {
        var begun = await begin.RunAsync(body, HttpContext.Client, cancellationToken);
        if (!begun.Granted)
        {
            return new Refused(begun.Refusals);
        }

        Response.Headers.ETag = EntityTag.Of(begun.Value.Row.Revision);
        return Created($"/api/v1/assessments/{begun.Value.Row.Id}", AssessmentAnswer.Of(begun.Value));
    }
}
