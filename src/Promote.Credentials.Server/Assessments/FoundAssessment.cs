using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Assessments;

/// <summary>An assessment, its learner and what is recorded, opened.</summary>
/// <param name="Row">The row, tracked.</param>
/// <param name="LearnerRow">The learner's row.</param>
/// <param name="Learner">Who is assessed; null once they are erased.</param>
/// <param name="Recorded">What is recorded; null once the learner is erased.</param>
/// <param name="AwardId">The award that followed from it.</param>
internal sealed record FoundAssessment(AssessmentRow Row, LearnerRow LearnerRow, Learner? Learner, RecordedAssessment? Recorded, string? AwardId)
{
    /// <summary>Finds one of an issuer; null where it has none with this id.</summary>
    public static async Task<FoundAssessment?> FindAsync(CredentialsDb db, LearnerVault vault, string issuerId, string id, CancellationToken cancellationToken)
    {
        var found = !RandomId.IsOne(id) ? null : await (
            from assessment in db.Assessments
            join learner in db.Learners on assessment.LearnerId equals learner.Id
            where assessment.Id == id && assessment.IssuerId == issuerId
            select new { assessment, learner, award = db.Awards.Where(award => award.AssessmentId == id).Select(award => award.Id).FirstOrDefault() }).SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : Open(vault, found.assessment, found.learner, found.award);
    }

    /// <summary>Reads what is encrypted.</summary>
    public static FoundAssessment Open(LearnerVault vault, AssessmentRow row, LearnerRow learner, string? awardId)
    {
        using var key = vault.Open(learner);
        return new FoundAssessment(
            row,
            learner,
            key is null ? null : StoredJson.Read<Learner>(key.Decrypt(LearnerKey.Column.LearnerProfile, learner.Id, learner.Profile)),
            key is null ? null : StoredJson.Read<RecordedAssessment>(key.Decrypt(LearnerKey.Column.AssessmentDetails, row.Id, row.Details)),
            awardId);
    }

    /// <summary>Says nothing, so that no log or message can show a person.</summary>
    public override string ToString() => "FoundAssessment ***";
}
