using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Domain.Assessments;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Assessments.Files;

/// <summary>Deletes a file while the assessment is still with its assessor and names it nowhere.</summary>
internal sealed class DeleteFile(CredentialsDb db, LearnerVault vault, KeptFiles files, TimeProvider time) : ControllerBase
{
    [HttpDelete("/api/v1/assessments/{id}/files/{fileId}"), Access(Scope.AssessmentsWrite)]
    public async Task<IActionResult> RunAsync(string id, string fileId, CancellationToken cancellationToken)
    {
        var client = HttpContext.Client;
        if (await FoundFile.FindAsync(db, client.IssuerId, id, fileId, cancellationToken) is null
            || await FoundAssessment.FindAsync(db, vault, client.IssuerId, id, cancellationToken) is not { } assessment)
        {
            return Refused.NotFound();
        }

        if (AssessmentLife.WhyNot(assessment.Row.State, AssessmentStep.Record) is { } wrongState)
        {
            return new Refused(wrongState);
        }

        if (assessment.Recorded?.Content.Files.Contains(fileId) == true)
        {
            return new Refused(RefusalCode.WrongState, "", "The assessment names this file: record it without first.");
        }

        await files.ForgetAsync(fileId);
        db.Audit.Add(client.DidBecause("assessment.fileDeleted", id, time.GetStoredNow(), reason: null, assessment.LearnerRow.Id, key: null, new { file = fileId }));
        await db.SaveChangesAsync(CancellationToken.None);
        return NoContent();
    }
}
