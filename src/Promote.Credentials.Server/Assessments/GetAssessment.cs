using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Assessments;

/// <summary>Shows an assessment.</summary>
internal sealed class GetAssessment(CredentialsDb db, LearnerVault vault) : ControllerBase
{
    [HttpGet("/api/v1/assessments/{id}"), Access(Scope.AssessmentsRead)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        if (await FoundAssessment.FindAsync(db, vault, HttpContext.Client.IssuerId, id, cancellationToken) is not { } found)
        {
            return Refused.NotFound();
        }

        Response.Headers.ETag = EntityTag.Of(found.Row.Revision);
        return Ok(AssessmentAnswer.Of(found));
    }
}
