using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Assessments;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Lists;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Assessments;

/// <summary>Lists the issuer's assessments, the newest first: all of them, or those in one state, such as what waits for a decision.</summary>
internal sealed class ListAssessments(CredentialsDb db, LearnerVault vault) : ControllerBase
{
    [HttpGet("/api/v1/assessments"), Access(Scope.AssessmentsRead)]
    public async Task<IActionResult> RunAsync([FromQuery] PageRequest page, [FromQuery] AssessmentState? state, CancellationToken cancellationToken)
    {
        var from = page.From();
        if (!from.Granted)
        {
            return new Refused(from.Refusals);
        }

        var issuerId = HttpContext.Client.IssuerId;
        var listed = from.Value.After(db.Assessments.AsNoTracking().Where(row => row.IssuerId == issuerId && (state == null || row.State == state)));
        var rows = await (
            from assessment in listed
            join learner in db.Learners on assessment.LearnerId equals learner.Id
            select new { assessment, learner, award = db.Awards.Where(award => award.AssessmentId == assessment.Id).Select(award => award.Id).FirstOrDefault() })
            .Take(page.Limit + 1).ToListAsync(cancellationToken);
        return Ok(page.Take(rows, row => row.assessment, row => AssessmentAnswer.Of(FoundAssessment.Open(vault, row.assessment, row.learner, row.award))));
    }
}
