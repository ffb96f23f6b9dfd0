using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Assessments.Files;

/// <summary>A complete file and whom it is about.</summary>
internal sealed record FoundFile(AssessmentFileRow Row, AssessmentRow Assessment, LearnerRow Learner)
{
    /// <summary>Finds one of an issuer's assessment; null where it has none with this id.</summary>
    public static async Task<FoundFile?> FindAsync(CredentialsDb db, string issuerId, string assessmentId, string fileId, CancellationToken cancellationToken)
    {
        var found = !RandomId.IsOne(assessmentId) || !RandomId.IsOne(fileId) ? null : await (
            from file in db.AssessmentFiles
            join assessment in db.Assessments on file.AssessmentId equals assessment.Id
            join learner in db.Learners on assessment.LearnerId equals learner.Id
            where file.Id == fileId && assessment.Id == assessmentId && assessment.IssuerId == issuerId && file.CompletedAt != null
            select new { file, assessment, learner }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : new FoundFile(found.file, found.assessment, found.learner);
    }
}
